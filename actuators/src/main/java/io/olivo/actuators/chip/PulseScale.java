package io.olivo.actuators.chip;

import io.olivo.sensors.bus.Measure;

/**
 * Which pulse means which value to a servo, in a straight line.
 *
 * @param input what the servo is told
 * @param low lowest value, in its unit
 * @param high highest value
 * @param lowNanos pulse of the lowest value [ns]; the longer one for a servo that turns the other
 *     way
 * @param highNanos pulse of the highest value [ns]
 */
public record PulseScale(Measure input, double low, double high, long lowNanos, long highNanos) {
  /** Refuses what makes no sense. */
  public PulseScale {
    if (!(low < high && high - low < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "the range of %s must grow, got [%s, %s]".formatted(input.name(), low, high));
    }
    if (lowNanos <= 0 || highNanos <= 0 || lowNanos == highNanos) {
      throw new IllegalArgumentException(
          "the pulses of %s must differ and be longer than 0, got %d ns and %d ns; "
                  .formatted(input.name(), lowNanos, highNanos)
              + "servos commonly take 1 ms to 2 ms");
    }
  }

  /** Length of the pulse for a value; saturates [ns]. */
  public long nanos(double value) {
    double share = (Math.clamp(value, low, high) - low) / (high - low);
    return lowNanos + Math.round(share * (highNanos - lowNanos));
  }

  /** What a pulse means. */
  public double value(long nanos) {
    return low + (high - low) * ((double) (nanos - lowNanos) / (highNanos - lowNanos));
  }
}
