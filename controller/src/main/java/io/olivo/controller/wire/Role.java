package io.olivo.controller.wire;

/** Which end of the mirror a {@link Description} is of. */
public enum Role {
  /** Decides and learns. */
  CONTROLLER("controller"),
  /** Plays the hardware. */
  SIMULATOR("simulator");

  private final String wire;

  Role(String wire) {
    this.wire = wire;
  }

  String wire() {
    return wire;
  }

  static Role of(String text) throws WireException {
    for (Role role : values()) {
      if (role.wire.equals(text)) {
        return role;
      }
    }
    throw new WireException("role must be controller or simulator, got \"" + text + "\"");
  }
}
