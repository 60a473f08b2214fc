package io.olivo.controller.wire;

/** How an episode ended. A time limit is not a terminal state: its value goes on. */
public enum Ending {
  /** It goes on. */
  NONE("none"),
  /** A state from which nothing follows. */
  TERMINAL("terminal"),
  /** Cut off by the clock; the state has a future. */
  TIME_LIMIT("time_limit");

  private final String wire;

  Ending(String wire) {
    this.wire = wire;
  }

  String wire() {
    return wire;
  }

  static Ending of(String text) throws WireException {
    for (Ending ending : values()) {
      if (ending.wire.equals(text)) {
        return ending;
      }
    }
    throw new WireException("ending must be none, terminal or time_limit, got \"" + text + "\"");
  }
}
