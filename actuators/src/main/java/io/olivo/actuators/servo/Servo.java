package io.olivo.actuators.servo;

/**
 * A servo of a robot.
 *
 * @param id on its chain
 * @param model what it is
 * @param zero position that counts as 0 rad [step], usually the middle of the turn
 * @param reversed whether the angle grows the other way
 * @param min lowest goal [rad]
 * @param max highest goal [rad]
 * @param effort the most it may do, as a share of all that it can, above 0 up to 1
 */
public record Servo(
    int id, ServoModel model, int zero, boolean reversed, double min, double max, double effort) {
  /** Refuses what cannot be. */
  public Servo {
    int highest = model.family().highestId();
    if (id < 0 || id > highest) {
      throw new IllegalArgumentException(
          "the id of a %s is 0 to %d, got %d".formatted(model.name(), highest, id));
    }
    if (zero < 0 || zero >= model.steps()) {
      throw new IllegalArgumentException(
          "servo %d: its zero is 0 to %d steps, got %d".formatted(id, model.steps() - 1, zero));
    }
    if (!(min < max && Double.isFinite(min) && Double.isFinite(max))) {
      throw new IllegalArgumentException(
          "servo %d needs goals from a lower to a higher one, got [%s, %s]"
              .formatted(id, min, max));
    }
    if (!(effort > 0 && effort <= 1)) {
      throw new IllegalArgumentException(
          "servo %d: its effort is above 0 and up to 1, got %s".formatted(id, effort));
    }
  }

  /** A servo that may go all its turn, with all its strength, around the middle of it. */
  public Servo(int id, ServoModel model) {
    this(id, model, model.steps() / 2, false, -StrictMath.PI, StrictMath.PI, 1);
  }

  /** For messages: "servo 3". */
  String name() {
    return "servo " + id;
  }

  int direction() {
    return reversed ? -1 : 1;
  }

  private double step() {
    return model.readings().getFirst().scale();
  }

  /** Position of a goal within what the servo may and can do [step]. */
  int steps(double goal) {
    double wanted = direction() * Math.clamp(goal, min, max) / step() + zero;
    return (int) Math.clamp(Math.round(wanted), 0L, model.steps() - 1L);
  }

  /** Angle at a position [rad]. */
  double angle(int steps) {
    return direction() * (steps - zero) * step();
  }

  /** The most it may do, in its own steps. */
  int effortSteps() {
    return (int) Math.max(1, Math.round(effort * model.effortSteps()));
  }
}
