package io.olivo.deploy.robot;

import io.olivo.sensors.Unit;
import org.jspecify.annotations.Nullable;

/**
 * Something that may be chosen about a chip.
 *
 * @param key in the robot file
 * @param unit of its value; null when it is that of whatever the device drives
 * @param otherwise as one writes it, when the file says nothing
 * @param required whether the file must say it; {@code otherwise} is an example then
 * @param min smallest [unit]
 * @param max largest [unit]
 * @param meaning for people
 */
record ChipOption(
    String key,
    @Nullable Unit unit,
    String otherwise,
    boolean required,
    double min,
    double max,
    String meaning) {
  static ChipOption otherwise(
      String key, Unit unit, String otherwise, double min, double max, String meaning) {
    return new ChipOption(key, unit, otherwise, false, min, max, meaning);
  }

  static ChipOption required(
      String key, Unit unit, String example, double min, double max, String meaning) {
    return new ChipOption(key, unit, example, true, min, max, meaning);
  }

  /** One in the unit of whatever the device drives, and without bounds. */
  static ChipOption driven(String key, String otherwise, boolean required, String meaning) {
    return new ChipOption(
        key,
        null,
        otherwise,
        required,
        Double.NEGATIVE_INFINITY,
        Double.POSITIVE_INFINITY,
        meaning);
  }
}
