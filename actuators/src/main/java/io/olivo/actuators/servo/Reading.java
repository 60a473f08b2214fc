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
 * @param most beyond it, either way, it was not the servo that said so [step]
 */
public record Reading(
    Measure measure, Register register, double scale, double offset, boolean turns, int most) {
  /** Refuses a scale that tells nothing, and a range without one. */
  public Reading {
    if (!(scale > 0 && Double.isFinite(scale) && Double.isFinite(offset)) || most <= 0) {
      throw new IllegalArgumentException(
          "%s needs a scale and a range above 0, got %s and %d"
              .formatted(measure.name(), scale, most));
    }
  }

  /** Whether a servo may have said so. */
  boolean accepts(int steps) {
    return Math.abs((long) steps) <= most;
  }

  /** Something with a direction. */
  static Reading turning(String name, Unit unit, Register register, double scale, int most) {
    return new Reading(new Measure(name, unit), register, scale, 0, true, most);
  }

  /** Something without. */
  static Reading plain(
      String name, Unit unit, Register register, double scale, double offset, int most) {
    return new Reading(new Measure(name, unit), register, scale, offset, false, most);
  }
}
