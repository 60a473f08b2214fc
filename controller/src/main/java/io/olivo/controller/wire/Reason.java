package io.olivo.controller.wire;

/** Why a command was not obeyed, or that it was. */
public enum Reason {
  /** It was obeyed. */
  DONE("done"),
  /** It was retained: nobody knows when it was meant. */
  RETAINED("retained"),
  /** Its deadline has passed, or it has no expiry. */
  EXPIRED("expired"),
  /** Its deadline is too far ahead, or the sender's clock is. */
  TOO_FAR_AHEAD("too-far-ahead"),
  /** It is for another robot. */
  WRONG_ROBOT("wrong-robot"),
  /** It is for another run of this robot. */
  WRONG_SESSION("wrong-session"),
  /** A later one of the same sender came first. */
  OUT_OF_ORDER("out-of-order"),
  /** It came before. */
  DUPLICATE("duplicate"),
  /** There were too many. */
  TOO_FAST("too-fast"),
  /** This robot doesn't know the word. */
  UNKNOWN_COMMAND("unknown-command"),
  /** An argument is missing, or out of bounds. */
  BAD_VALUE("bad-value"),
  /** Something stands in its way, such as a fault. */
  NOT_ALLOWED("not-allowed"),
  /** It is no message of this protocol. */
  INVALID("invalid");

  private final String wire;

  Reason(String wire) {
    this.wire = wire;
  }

  /** As it is written. */
  public String wire() {
    return wire;
  }

  static Reason of(String text) throws WireException {
    for (Reason reason : values()) {
      if (reason.wire.equals(text)) {
        return reason;
      }
    }
    throw new WireException("no reason \"" + text + "\"");
  }
}
