package io.olivo.actuators.chip;

import io.olivo.sensors.bus.BusException;
import io.olivo.sensors.bus.DigitalLine;
import io.olivo.sensors.bus.Measure;
import io.olivo.sensors.bus.PwmNanos;
import org.jspecify.annotations.Nullable;

/**
 * DRV8833, a bridge with two inputs that both take pulses. Source: TI SLVSAR1E, tables 1 and 2.
 *
 * <pre>
 * in1    in2    motor
 * low    low    coasts
 * pulses low    forward, coasts between pulses (fast decay)
 * low    pulses back, coasts between pulses
 * high   pulses forward while they are low, else brakes (slow decay)
 * pulses high   back while they are low, else brakes
 * high   high   brakes
 * </pre>
 *
 * <p>In fast decay one input is low before the other gets pulses. In slow decay both are high
 * before one gets pulses; between that and the coasting motor is a full drive, so it needs the line
 * that puts the bridge to sleep meanwhile.
 */
public final class Drv8833 implements Motor {
  /** What the current does between pulses. */
  public enum Decay {
    /** It flows back into the supply: the torque follows at once, a low one less in proportion. */
    FAST,
    /** It goes round in the motor: speed in proportion to pulses; told 0, the motor brakes. */
    SLOW
  }

  private final PwmNanos in1;
  private final PwmNanos in2;
  private final @Nullable DigitalLine sleep;
  private final Decay decay;
  private final DutyScale scale;
  private final long period; // ns
  private boolean awake;

  /**
   * @param in1 AIN1
   * @param in2 AIN2
   * @param sleep nSLEEP, high to drive at all; null when it is wired to the supply
   * @param decay slow only with {@code sleep}
   * @param scale what a full supply does
   */
  public Drv8833(
      PwmNanos in1, PwmNanos in2, @Nullable DigitalLine sleep, Decay decay, DutyScale scale) {
    if (decay == Decay.SLOW && sleep == null) {
      throw new IllegalArgumentException(
          "slow decay of a drv8833 needs its line nSLEEP, else it starts with a jerk");
    }
    this.in1 = in1;
    this.in2 = in2;
    this.sleep = sleep;
    this.decay = decay;
    this.scale = scale;
    period = scale.periodNanos();
    in2.rounded(period, 0); // lets the output refuse the period
    rounded(0);
  }

  @Override
  public Measure input() {
    return scale.input();
  }

  @Override
  public void write(double value) throws BusException {
    if (Double.isNaN(value)) {
      release();
    } else if (decay == Decay.FAST) {
      drive(value < 0 ? in2 : in1, value < 0 ? in1 : in2, scale.highNanos(value, in1));
    } else {
      brake(value < 0 ? in1 : in2, value < 0 ? in2 : in1, scale.highNanos(value, in1));
    }
  }

  private void drive(PwmNanos pulsed, PwmNanos low, long high) throws BusException {
    low.set(period, 0);
    wake();
    pulsed.set(period, high);
  }

  private void brake(PwmNanos pulsed, PwmNanos full, long drivingNanos) throws BusException {
    full.set(period, period);
    if (!awake) {
      pulsed.set(period, period);
    }
    wake();
    pulsed.set(period, period - drivingNanos);
  }

  private void wake() throws BusException {
    if (!awake && sleep != null) {
      sleep.write(true);
    }
    awake = true;
  }

  @Override
  public void release() throws BusException {
    awake = false;
    try {
      if (sleep != null) {
        sleep.write(false);
      }
    } finally {
      lowerBoth();
    }
  }

  private void lowerBoth() throws BusException {
    try {
      in1.set(period, 0);
    } finally {
      in2.set(period, 0);
    }
  }

  @Override
  public double rounded(double value) {
    return scale.rounded(value, in1);
  }
}
