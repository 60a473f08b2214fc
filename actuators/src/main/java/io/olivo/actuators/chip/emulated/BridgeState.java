package io.olivo.actuators.chip.emulated;

/** What the motor behind a bridge does. */
public enum BridgeState {
  /** Nothing holds it. */
  COAST,
  /** Both ends are on one side of the supply. */
  BRAKE,
  /** The supply drives it forward. */
  FORWARD,
  /** The supply drives it back. */
  BACK
}
