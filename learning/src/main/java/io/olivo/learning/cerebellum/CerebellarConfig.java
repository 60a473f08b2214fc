package io.olivo.learning.cerebellum;

import io.olivo.learning.olive.OliveConfig;
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
  public static final int LARGEST_LAG = OliveConfig.LARGEST_LAG;

  /** Refuses what cannot work. */
  public CerebellarConfig {
    OliveConfig checked = new OliveConfig(dtSeconds, outputLimits, lagTicks, inertia, inertiaScale);
    require(granules >= 0, "learner.granules must be at least 0, got " + granules);
    require(
        climbingFibre == ClimbingFibreMode.CONTINUOUS
            || (climbingFibreHertz > 0 && climbingFibreHertz * dtSeconds <= 1),
        "learner.climbing_fibre_rate must be above 0 Hz and at most one event a tick, "
            + 1 / dtSeconds
            + " Hz, got "
            + climbingFibreHertz);
    outputLimits = checked.outputLimits();
    inertia = checked.inertia();
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

  /** What the olive must know. */
  OliveConfig olive() {
    return new OliveConfig(dtSeconds, outputLimits, lagTicks, inertia, inertiaScale);
  }

  private static void require(boolean kept, String message) {
    if (!kept) {
      throw new IllegalArgumentException(message);
    }
  }
}
