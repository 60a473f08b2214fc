package io.olivo.actuators.chip;

import io.olivo.sensors.bus.BusException;
import io.olivo.sensors.bus.Measure;
import io.olivo.sensors.bus.PwmNanos;

/**
 * A servo, or a speed controller, that is told by the length of a pulse. Let go it gets no pulse:
 * analog servos and most digital ones go limp then, some hold their last angle.
 *
 * <p>Its pulses stay within the limits to half a step of the output.
 */
public final class PwmServo implements Motor {
  private final PwmNanos pwm;
  private final long periodNanos;
  private final PulseScale scale;

  /**
   * @param pwm its output
   * @param periodNanos from one pulse to the next, commonly 20 ms [ns]
   * @param scale which pulse means what
   */
  public PwmServo(PwmNanos pwm, long periodNanos, PulseScale scale) {
    if (Math.max(scale.lowNanos(), scale.highNanos()) >= periodNanos) {
      throw new IllegalArgumentException(
          "the pulses of %s must be shorter than their period of %d ns"
              .formatted(scale.input().name(), periodNanos));
    }
    this.pwm = pwm;
    this.periodNanos = periodNanos;
    this.scale = scale;
    rounded(scale.low()); // lets the output refuse the period
  }

  @Override
  public Measure input() {
    return scale.input();
  }

  @Override
  public void write(double value) throws BusException {
    if (Double.isNaN(value)) {
      release();
    } else {
      pwm.set(periodNanos, scale.nanos(value));
    }
  }

  @Override
  public void release() throws BusException {
    pwm.set(periodNanos, 0);
  }

  /** Of no number there is none: it has no pulse then. */
  @Override
  public double rounded(double value) {
    return Double.isNaN(value)
        ? Double.NaN
        : scale.value(pwm.rounded(periodNanos, scale.nanos(value)));
  }
}
