package io.olivo.actuators.chip;

import io.olivo.sensors.bus.Measure;
import io.olivo.sensors.bus.PwmNanos;

/**
 * Which share of the supply means which torque, force or whatever a motor is told.
 *
 * @param input what the motor is told
 * @param full what it does at full supply, in its unit; above 0
 * @param deadBand less than this drives nothing; 0 when everything should
 * @param periodNanos of the pulses [ns]
 */
public record DutyScale(Measure input, double full, double deadBand, long periodNanos) {
  /** Refuses what makes no sense. */
  public DutyScale {
    if (!(full > 0 && full < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "%s at full supply must be above 0, got %s".formatted(input.name(), full));
    }
    if (!(deadBand >= 0 && deadBand < full)) {
      throw new IllegalArgumentException(
          "the dead band of %s is 0 to less than its full %s, got %s"
              .formatted(input.name(), full, deadBand));
    }
    if (periodNanos <= 0) {
      throw new IllegalArgumentException(
          "the pulses of %s need a period above 0 ns; 50000 ns is common for motors"
              .formatted(input.name()));
    }
  }

  /** How long an output is high to drive so much, either way; 0 for no number [ns]. */
  long highNanos(double value, PwmNanos pwm) {
    double share = Math.min(Math.abs(value) / full, 1);
    long high = pwm.rounded(periodNanos, Math.round(share * periodNanos));
    return strength(high) < deadBand ? 0 : high;
  }

  /** What becomes of a value. */
  double rounded(double value, PwmNanos pwm) {
    return Math.copySign(strength(highNanos(value, pwm)), value);
  }

  private double strength(long highNanos) {
    return (double) highNanos / periodNanos * full;
  }
}
