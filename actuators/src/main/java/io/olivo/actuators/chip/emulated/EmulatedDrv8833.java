package io.olivo.actuators.chip.emulated;

import java.util.function.DoubleSupplier;

/**
 * DRV8833: TI SLVSAR1E, tables 1 and 2. Should not happen: pulses at both inputs at once while
 * awake.
 */
public final class EmulatedDrv8833 extends EmulatedBridge {
  private final DoubleSupplier in1;
  private final DoubleSupplier in2;
  private final DoubleSupplier sleep;

  /**
   * @param in1 pulses
   * @param in2 pulses
   * @param sleep line, low to sleep
   */
  public EmulatedDrv8833(DoubleSupplier in1, DoubleSupplier in2, DoubleSupplier sleep) {
    this.in1 = in1;
    this.in2 = in2;
    this.sleep = sleep;
  }

  /** The truth table. */
  public static BridgeState state(boolean in1, boolean in2, boolean awake) {
    if (!awake || (!in1 && !in2)) {
      return BridgeState.COAST;
    }
    if (in1 && in2) {
      return BridgeState.BRAKE;
    }
    return in1 ? BridgeState.FORWARD : BridgeState.BACK;
  }

  /** What is high alone drives; while both are, it brakes. */
  @Override
  public double drive() {
    return high(sleep) ? in1.getAsDouble() - in2.getAsDouble() : 0;
  }

  @Override
  public void look() {
    require(!(pulses(in1) && pulses(in2) && high(sleep)));
  }

  private static boolean pulses(DoubleSupplier pin) {
    double share = pin.getAsDouble();
    return share > 0 && share < 1;
  }
}
