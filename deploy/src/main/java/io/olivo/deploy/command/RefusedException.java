package io.olivo.deploy.command;

import io.olivo.controller.wire.Reason;

/** A command that makes sense, but not for this robot or not now. */
public final class RefusedException extends Exception {
  private static final long serialVersionUID = 1L;

  private final Reason reason;

  RefusedException(Reason reason, String text) {
    super(text, null, false, false);
    this.reason = reason;
  }

  /** As an outcome. */
  Outcome outcome() {
    return new Outcome(reason, String.valueOf(getMessage()));
  }
}
