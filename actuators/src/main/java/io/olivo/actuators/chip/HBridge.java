package io.olivo.actuators.chip;

import io.olivo.sensors.bus.BusException;
import io.olivo.sensors.bus.DigitalLine;
import io.olivo.sensors.bus.Measure;
import io.olivo.sensors.bus.PwmNanos;
import org.jspecify.annotations.Nullable;

/**
 * A bridge with two lines for the direction and pulses for the effort: TB6612FNG, L298N. Source:
 * Toshiba TB6612FNG datasheet of 2014-10-01, H-SW control function; ST L298 revision 5, figure 6.
 *
 * <pre>
 * in1  in2  pwm    TB6612FNG  L298N
 * low  low  any    coasts     coasts while pwm is low, else brakes
 * high low  high   forward    forward
 * low  high high   back       back
 * high high any    brakes     coasts while pwm is low, else brakes
 * one high, low    brakes     coasts
 * standby low      coasts     (has none)
 * </pre>
 *
 * <p>It is turned round without power, one line after the other: pulses off, one line low, the
 * other high, pulses on. Let go, and told 0, all are low: the motor coasts. Between pulses a
 * TB6612FNG brakes, so it is rather the speed that follows the command, an L298N coasts.
 */
public final class HBridge implements Motor {
  private static final int UNKNOWN = 2;

  private final PwmNanos pwm;
  private final DigitalLine in1;
  private final DigitalLine in2;
  private final @Nullable DigitalLine standby;
  private final DutyScale scale;
  private int direction = UNKNOWN; // of the lines: forward 1, back -1, neither 0

  /**
   * @param pwm PWMA of a TB6612FNG, ENA of an L298N
   * @param in1 high to drive forward
   * @param in2 high to drive back
   * @param standby high to drive at all; null when it is wired to the supply. Bridges that share
   *     one should have theirs wired
   * @param scale what a full supply does
   */
  public HBridge(
      PwmNanos pwm,
      DigitalLine in1,
      DigitalLine in2,
      @Nullable DigitalLine standby,
      DutyScale scale) {
    this.pwm = pwm;
    this.in1 = in1;
    this.in2 = in2;
    this.standby = standby;
    this.scale = scale;
    rounded(0); // lets the output refuse the period
  }

  @Override
  public Measure input() {
    return scale.input();
  }

  @Override
  public void write(double value) throws BusException {
    long high = scale.highNanos(value, pwm);
    if (Double.isNaN(value)) {
      release();
    } else {
      turn(high == 0 ? 0 : (int) Math.signum(value));
      pwm.set(scale.periodNanos(), high);
    }
  }

  private void turn(int wanted) throws BusException {
    if (wanted != direction) {
      lower(wanted);
      raise(wanted);
      direction = wanted;
    }
  }

  private void lower(int wanted) throws BusException {
    direction = UNKNOWN;
    pwm.set(scale.periodNanos(), 0);
    if (wanted <= 0) {
      in1.write(false);
    }
    if (wanted >= 0) {
      in2.write(false);
    }
  }

  private void raise(int wanted) throws BusException {
    if (wanted > 0) {
      in1.write(true);
    } else if (wanted < 0) {
      in2.write(true);
    }
    if (standby != null) {
      standby.write(true);
    }
  }

  @Override
  public void release() throws BusException {
    try {
      lower(0);
    } finally {
      if (standby != null) {
        standby.write(false);
      }
    }
  }

  @Override
  public double rounded(double value) {
    return scale.rounded(value, pwm);
  }
}
