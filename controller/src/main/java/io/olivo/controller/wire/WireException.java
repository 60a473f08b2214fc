package io.olivo.controller.wire;

/** A message that can't be used. It is counted and dropped; it never reaches the loop. */
public final class WireException extends Exception {
  private static final long serialVersionUID = 1L;

  /** Says what is wrong with the message. It has no stack trace: a hostile sender makes many. */
  public WireException(String reason) {
    super(reason, null, false, false);
  }
}
