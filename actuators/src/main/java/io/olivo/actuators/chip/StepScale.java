package io.olivo.actuators.chip;

import io.olivo.sensors.Unit;
import io.olivo.sensors.bus.Measure;

/**
 * What a step of a motor is, and how fast it may follow.
 *
 * @param input a position, or the velocity of one
 * @param step one step, with the microsteps of its driver, in the unit of the position
 * @param speed fastest, in that unit per second
 * @param acceleration largest, in that unit per second squared; more than the motor can follow
 *     loses steps, which nobody notices
 * @param rateHertz of its drive, which makes one step per turn
 */
public record StepScale(
    Measure input, double step, double speed, double acceleration, double rateHertz) {
  /** Refuses what makes no sense. */
  public StepScale {
    Unit unit = input.unit();
    if (!unit.isPosition() && !unit.isVelocity()) {
      throw new IllegalArgumentException(
          "a stepper is told a position or its velocity, got %s in %s"
              .formatted(input.name(), unit.symbol()));
    }
    if (!(step > 0 && speed > 0 && acceleration > 0 && acceleration < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "step, speed and acceleration of %s must be above 0".formatted(input.name()));
    }
    if (!(speed <= step * rateHertz)) {
      throw new IllegalArgumentException(
          "%s of %s is more than one step in each of %s turns a second: take larger steps"
              .formatted(speed, input.name(), rateHertz));
    }
  }

  boolean position() {
    return input.unit().isPosition();
  }

  /** The nearest that it can do. */
  double rounded(double value) {
    return position() ? Math.rint(value / step) * step : Math.clamp(value, -speed, speed);
  }
}
