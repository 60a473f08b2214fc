package io.olivo.actuators.chip.emulated;

import java.util.function.DoubleSupplier;

/**
 * TB6612FNG (Toshiba 2014-10-01, H-SW control function) or L298N (ST L298 revision 5, figure 6).
 * Should not happen: both directions at once, a direction that changes while there are pulses.
 */
public final class EmulatedHBridge extends EmulatedBridge {
  /** Which one. */
  public enum Chip {
    TB6612FNG,
    L298N
  }

  private final DoubleSupplier pwm;
  private final DoubleSupplier in1;
  private final DoubleSupplier in2;
  private final DoubleSupplier standby;
  private boolean wasForward;
  private boolean wasBack;

  /**
   * @param pwm pulses
   * @param in1 line
   * @param in2 line
   * @param standby line; always 1 for an L298N
   */
  public EmulatedHBridge(
      DoubleSupplier pwm, DoubleSupplier in1, DoubleSupplier in2, DoubleSupplier standby) {
    this.pwm = pwm;
    this.in1 = in1;
    this.in2 = in2;
    this.standby = standby;
  }

  /** The truth table. */
  public static BridgeState state(
      Chip chip, boolean pwm, boolean in1, boolean in2, boolean standby) {
    if (chip == Chip.TB6612FNG) {
      return standby ? tb6612(pwm, in1, in2) : BridgeState.COAST;
    }
    return pwm ? driven(in1, in2, BridgeState.BRAKE) : BridgeState.COAST;
  }

  private static BridgeState tb6612(boolean pwm, boolean in1, boolean in2) {
    BridgeState on = driven(in1, in2, BridgeState.COAST);
    return pwm || on == BridgeState.COAST ? on : BridgeState.BRAKE;
  }

  private static BridgeState driven(boolean in1, boolean in2, BridgeState bothLow) {
    if (in1 == in2) {
      return in1 ? BridgeState.BRAKE : bothLow;
    }
    return in1 ? BridgeState.FORWARD : BridgeState.BACK;
  }

  @Override
  public double drive() {
    boolean one = high(in1) != high(in2);
    double sign = one && high(standby) ? in1.getAsDouble() - in2.getAsDouble() : 0;
    return sign * pwm.getAsDouble();
  }

  @Override
  public void look() {
    boolean turned = high(in1) != wasForward || high(in2) != wasBack;
    require(!(high(in1) && high(in2)));
    require(!(turned && high(pwm) && high(standby)));
    wasForward = high(in1);
    wasBack = high(in2);
  }
}
