package io.olivo.learning.olive;

import java.util.OptionalInt;

/**
 * What must be known of a robot to tell which command it would have needed.
 *
 * @param dtSeconds tick length
 * @param outputLimits largest learned command [output] in actuator units
 * @param lagTicks ticks from a command to its effect in the error, empty to measure it
 * @param inertia command per acceleration [output], of length 0 to measure it
 * @param inertiaScale multiplies the inertia, measured or given; 1 but in robustness runs
 */
@SuppressWarnings("ArrayRecordComponent") // read once, at construction; never compared
public record OliveConfig(
    double dtSeconds,
    double[] outputLimits,
    OptionalInt lagTicks,
    double[] inertia,
    double inertiaScale) {
  /** Largest lag that the traces remember [ticks]. */
  public static final int LARGEST_LAG = 79;

  /** Refuses what cannot work. */
  public OliveConfig {
    require(dtSeconds > 0, "the tick must be longer than 0 s, got " + dtSeconds);
    require(
        lagTicks.orElse(0) >= 0 && lagTicks.orElse(0) <= LARGEST_LAG,
        "learner.lag must be 0 to " + LARGEST_LAG + " ticks, got " + lagTicks.orElse(0));
    require(
        lagTicks.isEmpty() == (inertia.length == 0),
        "learner.lag and learner.inertia belong together: give both or let both be measured");
    require(
        inertia.length == 0 || inertia.length == outputLimits.length,
        "learner.inertia needs one value per output");
    require(
        inertiaScale > 0 && Double.isFinite(inertiaScale),
        "the inertia scale must be above 0, got " + inertiaScale);
    outputLimits = outputLimits.clone();
    inertia = inertia.clone();
  }

  private static void require(boolean kept, String message) {
    if (!kept) {
      throw new IllegalArgumentException(message);
    }
  }
}
