package io.olivo.sensors;

/**
 * One named stream of values.
 *
 * @param name such as "shoulder.angle"
 * @param unit of every value, {@code min} and {@code max}
 * @param min lowest plausible value [unit]
 * @param max highest plausible value [unit]
 */
public record Channel(String name, Unit unit, double min, double max) {
  /** Refuses an empty name and a range that is empty, inverted or not finite. */
  public Channel {
    if (name.isBlank()) {
      throw new IllegalArgumentException("a channel needs a name");
    }
    if (!(min < max && Double.isFinite(min) && Double.isFinite(max))) { // also refuses NaN
      throw new IllegalArgumentException(
          name + ".range must have finite min < max, got [" + min + ", " + max + "]");
    }
  }

  /** Whether a value is finite and inside the range. */
  public boolean accepts(double value) {
    return value >= min && value <= max;
  }
}
