package io.olivo.actuators.chip.emulated;

import java.util.function.DoubleSupplier;

/**
 * A bridge whose pins somebody drives, each for a share of the time, 0 to 1; pulses begin together.
 * It turns them into a drive for the motor, and counts what should not happen.
 */
public abstract class EmulatedBridge {
  private long illegal;

  /** The share of the supply that drives the motor, -1 (back) to 1 (forward). */
  public abstract double drive();

  /** Looks at the pins; to be called after every change of one. */
  public abstract void look();

  /** How often what should not happen was seen. */
  public final long illegal() {
    return illegal;
  }

  /** Counts what should not happen. */
  protected final void require(boolean legal) {
    illegal += legal ? 0 : 1;
  }

  /** Whether a pin is high at any time. */
  protected static boolean high(DoubleSupplier pin) {
    return pin.getAsDouble() > 0;
  }
}
