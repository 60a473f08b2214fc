package io.olivo.deploy.command;

import io.olivo.controller.wire.Reason;

/**
 * What became of a command.
 *
 * @param reason done, or why not
 * @param text for people
 */
public record Outcome(Reason reason, String text) {
  /** It was obeyed. */
  static Outcome done(String text) {
    return new Outcome(Reason.DONE, text);
  }

  /** Something stands in its way. */
  static Outcome notAllowed(String text) {
    return new Outcome(Reason.NOT_ALLOWED, text);
  }

  /** The loop did not come to it in time. */
  static Outcome late() {
    return new Outcome(Reason.EXPIRED, "the loop did not come to it before its deadline");
  }
}
