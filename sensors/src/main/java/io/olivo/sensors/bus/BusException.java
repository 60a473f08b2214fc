package io.olivo.sensors.bus;

import java.io.IOException;

/**
 * A transfer that failed, or a chip that says that it measures nothing: try again, or begin anew.
 */
public final class BusException extends IOException {
  private static final long serialVersionUID = 1;

  /**
   * @param message which chip, and what is wrong
   */
  public BusException(String message) {
    super(message);
  }

  /**
   * @param message which chip, and what is wrong
   * @param cause what the library below said
   */
  public BusException(String message, Throwable cause) {
    super(message, cause);
  }

  /** Without a stack trace: on a bad bus it is thrown often, and its message says where. */
  @Override
  public Throwable fillInStackTrace() {
    return this;
  }
}
