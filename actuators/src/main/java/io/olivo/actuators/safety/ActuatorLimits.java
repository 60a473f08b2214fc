package io.olivo.actuators.safety;

/**
 * What one actuator may be told. There is no "none".
 *
 * @param name the actuator, for messages
 * @param min lowest command [actuator's unit]
 * @param max highest command [actuator's unit]
 * @param learned the learner's share stays within &plusmn; this [actuator's unit]
 * @param ratePerSecond fastest change of the command [unit/s]
 * @param safe the command when anything is wrong [actuator's unit]
 * @param safeWithinSeconds time for the way to {@code safe}; 0 jumps there, whatever the rate
 * @param power what it may put into its joint, where the joint's velocity is measured
 */
public record ActuatorLimits(
    String name,
    double min,
    double max,
    double learned,
    double ratePerSecond,
    double safe,
    double safeWithinSeconds,
    PowerLimit power) {
  /** Refuses limits that could not be kept. */
  public ActuatorLimits {
    require(
        min < max && Double.isFinite(min) && Double.isFinite(max),
        name + ".range must have finite min < max, got [" + min + ", " + max + "]");
    require(
        learned >= 0 && Double.isFinite(learned),
        name + ".learned must be finite and at least 0, got " + learned);
    require(
        ratePerSecond > 0 && Double.isFinite(ratePerSecond),
        name + ".rate must be finite and above 0, got " + ratePerSecond);
    require(
        safe >= min && safe <= max,
        name + ".safe.value must be inside the range [" + min + ", " + max + "], got " + safe);
    require(
        safeWithinSeconds >= 0 && Double.isFinite(safeWithinSeconds),
        name + ".safe.within must be finite and at least 0 s, got " + safeWithinSeconds);
  }

  /** Limits without one of power. */
  public ActuatorLimits(
      String name,
      double min,
      double max,
      double learned,
      double ratePerSecond,
      double safe,
      double safeWithinSeconds) {
    this(name, min, max, learned, ratePerSecond, safe, safeWithinSeconds, PowerLimit.NONE);
  }

  /** The same with a limit of power. */
  public ActuatorLimits withPower(PowerLimit limit) {
    return new ActuatorLimits(
        name, min, max, learned, ratePerSecond, safe, safeWithinSeconds, limit);
  }

  private static void require(boolean kept, String message) {
    if (!kept) {
      throw new IllegalArgumentException(message);
    }
  }
}
