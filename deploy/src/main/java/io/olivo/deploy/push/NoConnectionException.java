package io.olivo.deploy.push;

/** The board can't be reached, or can't any more. */
public final class NoConnectionException extends Exception {
  private static final long serialVersionUID = 1;

  NoConnectionException(String message) {
    super(message);
  }

  NoConnectionException(String message, Throwable cause) {
    super(message, cause);
  }
}
