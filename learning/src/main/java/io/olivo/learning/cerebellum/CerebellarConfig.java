package io.olivo.learning.cerebellum;

import java.util.OptionalInt;

/**
 * What a cerebellar learner must know of its robot.
 *
 * @param dtSeconds tick length
 * @param outputLimits largest learned command [output] in actuator units
 * @param granules number of granules, 0 for none
 * @param lagTicks ticks from a command to its effect in the error, empty to measure it
 * @param inertia command per acceleration [output], of length 0 to measure it
 * @param seed of granules and dither
 * @param constants of the algorithm
 * @param climbingFibre when the error reaches the plasticity
 * @param climbingFibreHertz largest rate of its events, unless it is continuous
 * @param inertiaScale multiplies the inertia, measured or given; 1 but in robustness runs
 */
@SuppressWarnings("ArrayRecordComponent") // read once, at construction; never compared
public record CerebellarConfig(
    double dtSeconds,
    double[] outputLimits,
    int granules,
    OptionalInt lagTicks,
    double[] inertia,
    long seed,
    CerebellarConstants constants,
    ClimbingFibreMode climbingFibre,
    double climbingFibreHertz,
    double inertiaScale) {
  /** Rate of a climbing fibre's events when nothing else is said [Hz]. */
  public static final double USUAL_FIBRE_HERTZ = 10;

  /** Largest lag that the traces remember [ticks]. */
  public static final int LARGEST_LAG = 79;

  /** Refuses what cannot work. */
  public CerebellarConfig {
    require(dtSeconds > 0, "the tick must be longer than 0 s, got " + dtSeconds);
    require(granules >= 0, "learner.granules must be at least 0, got " + granules);
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
        climbingFibre == ClimbingFibreMode.CONTINUOUS
            || (climbingFibreHertz > 0 && climbingFibreHertz * dtSeconds <= 1),
        "learner.climbing_fibre_rate must be above 0 Hz and at most one event a tick, "
            + 1 / dtSeconds
            + " Hz, got "
            + climbingFibreHertz);
    require(
        inertiaScale > 0 && Double.isFinite(inertiaScale),
        "the inertia scale must be above 0, got " + inertiaScale);
    outputLimits = outputLimits.clone();
    inertia = inertia.clone();
  }

  /**
   * With the error on every tick, and the inertia as it was measured or given.
   *
   * @param dtSeconds tick length
   * @param outputLimits largest learned command [output] in actuator units
   * @param granules number of granules, 0 for none
   * @param lagTicks ticks from a command to its effect in the error, empty to measure it
   * @param inertia command per acceleration [output], of length 0 to measure it
   * @param seed of granules and dither
   * @param constants of the algorithm
   */
  public CerebellarConfig(
      double dtSeconds,
      double[] outputLimits,
      int granules,
      OptionalInt lagTicks,
      double[] inertia,
      long seed,
      CerebellarConstants constants) {
    this(
        dtSeconds,
        outputLimits,
        granules,
        lagTicks,
        inertia,
        seed,
        constants,
        ClimbingFibreMode.CONTINUOUS,
        USUAL_FIBRE_HERTZ,
        1);
  }

  /**
   * {@return the same, with the error reaching the plasticity in another way}
   *
   * @param mode when
   * @param hertz largest rate of events, unless it is continuous
   */
  public CerebellarConfig withClimbingFibre(ClimbingFibreMode mode, double hertz) {
    return with(mode, hertz, inertiaScale);
  }

  /**
   * {@return the same, believing in another inertia than what is measured or given}
   *
   * @param scale multiplies it
   */
  public CerebellarConfig withInertiaScale(double scale) {
    return with(climbingFibre, climbingFibreHertz, scale);
  }

  private CerebellarConfig with(ClimbingFibreMode mode, double hertz, double scale) {
    return new CerebellarConfig(
        dtSeconds, outputLimits, granules, lagTicks, inertia, seed, constants, mode, hertz, scale);
  }

  private static void require(boolean kept, String message) {
    if (!kept) {
      throw new IllegalArgumentException(message);
    }
  }
}
