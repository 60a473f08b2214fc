package io.olivo.actuators.servo;

import io.olivo.sensors.Unit;
import io.olivo.sensors.bus.Measure;

/**
 * Something that a servo measures: {@code steps * scale + offset}.
 *
 * @param measure with its unit
 * @param register of the steps
 * @param scale unit per step
 * @param offset value at 0 steps, in the unit
 * @param turns whether it changes its sign with the direction of the joint
 */
public record Reading(
    Measure measure, Register register, double scale, double offset, boolean turns) {
  /** Refuses a scale that tells nothing. */
  public Reading {
    if (!(scale > 0 && Double.isFinite(scale) && Double.isFinite(offset))) {
      throw new IllegalArgumentException(
          "%s needs a scale above 0, got %s".formatted(measure.name(), scale));
    }
  }

  /** Something with a direction. */
  static Reading turning(String name, Unit unit, Register register, double scale) {
    return new Reading(new Measure(name, unit), register, scale, 0, true);
  }

  /** Something without. */
  static Reading plain(String name, Unit unit, Register register, double scale, double offset) {
    return new Reading(new Measure(name, unit), register, scale, offset, false);
  }
}
