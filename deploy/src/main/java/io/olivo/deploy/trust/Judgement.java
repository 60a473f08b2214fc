package io.olivo.deploy.trust;

import io.olivo.controller.failsafe.Trouble;
import io.olivo.deploy.robot.RobotSpec;
import java.util.ArrayList;
import java.util.List;

/**
 * What happened on one fault, compared with what was promised.
 *
 * @param plant whose
 * @param promise what had to happen
 * @param seed of the run
 * @param outcome what did
 * @param observed in detail
 * @param secondsToSafe from when the failsafe's own condition was met until the safe values were on
 *     the wire [s]; NaN where no failsafe's condition follows from the fault
 * @param mostToSafe what that may be: two ticks and the declared way [s]
 * @param during true error during the fault and at least a second, over that of the same time
 *     without it
 * @param rmse after it, over that of a {@link Sound} robot, see {@link BrokenRun#SETTLE_SECONDS}
 * @param recovered the same as medians of single seconds: which window a burst of error falls into
 *     is chance
 * @param failures what was not as promised; empty when all was
 */
public record Judgement(
    String plant,
    Promise promise,
    long seed,
    Must outcome,
    Observed observed,
    double secondsToSafe,
    double mostToSafe,
    double during,
    double rmse,
    double recovered,
    List<String> failures) {
  /** An error above so many times that without the fault has not recovered. */
  public static final double MOST_RATIO = 1.5;

  /** An error above so many times the usual one should be noticed. */
  static final double LARGE = 3;

  private static final double MOST_TO_FROZEN_SECONDS = .5;
  private static final int SPARE_TICKS = 2;
  private static final double ROUNDING = 1e-9; // s

  /** Keeps its own copy. */
  public Judgement {
    failures = List.copyOf(failures);
  }

  /**
   * Judges a run.
   *
   * @param spec the robot file
   * @param promise what must happen
   * @param seed of all runs
   * @param broken with the fault
   * @param sound without it, otherwise the same
   */
  public static Judgement of(
      RobotSpec spec, Promise promise, long seed, Observed broken, Sound sound) {
    double begin = BrokenRun.AT_SECONDS;
    double end = begin + Math.max(1, promise.seconds());
    double during = broken.errors().rms(begin, end) / sound.leftAlone().errors().rms(begin, end);
    return new Judgement(
            spec.name(),
            promise,
            seed,
            outcome(promise, broken, during),
            broken,
            secondsToSafe(spec, promise, broken),
            new Parts(spec).secondsToSafe() + SPARE_TICKS * spec.loop().dtSeconds(),
            during,
            Sound.rms(broken) / sound.rms(),
            Sound.usual(broken) / sound.usual(),
            List.of())
        .judged();
  }

  private static Must outcome(Promise promise, Observed broken, double during) {
    boolean guarded = broken.freezes() + broken.rollbacks() > 0;
    if (broken.stops() > 0) {
      return Must.STOP;
    }
    if (broken.pauses() > 0 || (guarded && promise.cause() instanceof Cause.Poisoned)) {
      return Must.DEGRADE;
    }
    boolean blind = promise.must() == Must.NOT_NOTICED && during > LARGE;
    return blind ? Must.NOT_NOTICED : Must.RIDE_THROUGH;
  }

  private static double secondsToSafe(RobotSpec spec, Promise promise, Observed broken) {
    double met = conditionMet(spec, promise, broken);
    // A repeated reading may be older than the fault: then it is seen earlier than it must be.
    boolean early = promise.troubles().contains(Trouble.SENSOR_STUCK) && Double.isNaN(met);
    return early && broken.stops() > 0 ? 0 : Math.max(0, broken.safeSeconds() - met);
  }

  /** Robot time at which the condition of the expected failsafe was met; NaN when unknown. */
  private static double conditionMet(RobotSpec spec, Promise promise, Observed broken) {
    if (promise.troubles().isEmpty() || !(promise.cause() instanceof Cause.Broken it)) {
      return Double.NaN;
    }
    double begin = BrokenRun.AT_SECONDS;
    return switch (it.kind()) {
      case FREEZE -> broken.stuckSeconds();
      case DROPOUT, NAN -> begin + spec.loop().staleAfterSeconds();
      case BUS_HANG -> begin + promise.seconds();
      case CLOCK_STEP -> begin;
      default -> Double.NaN;
    };
  }

  private Judgement judged() {
    List<String> wrong = new ArrayList<>();
    note(wrong, outcome == promise.must() || isBetter(), "it was: " + outcome.title());
    note(
        wrong,
        promise.troubles().isEmpty()
            || isBetter()
            || promise.troubles().stream().anyMatch(it -> it == observed.trouble()),
        "it said " + observed.trouble());
    note(wrong, observed.violations() == 0, observed.violations() + " commands outside");
    note(wrong, !isTimed() || isBetter() || isInTime(), "%.3f s to safe".formatted(secondsToSafe));
    note(wrong, !isPoisoned() || isFrozenInTime(), "not frozen within 0.5 s");
    boolean mustRecover = promise.must() == Must.RIDE_THROUGH || promise.must() == Must.DEGRADE;
    note(wrong, !mustRecover || recovered <= MOST_RATIO, "error %.2f after".formatted(recovered));
    return new Judgement(
        plant,
        promise,
        seed,
        outcome,
        observed,
        secondsToSafe,
        mostToSafe,
        during,
        rmse,
        recovered,
        wrong);
  }

  /** More than was promised: seen where nobody promised it, or ridden through. */
  private boolean isBetter() {
    return switch (promise.must()) {
      case NOT_NOTICED -> outcome == Must.STOP;
      case DEGRADE -> outcome == Must.RIDE_THROUGH;
      case RIDE_THROUGH, STOP -> false;
    };
  }

  private static void note(List<String> wrong, boolean kept, String text) {
    if (!kept) {
      wrong.add(text);
    }
  }

  /** Whether the failsafe's condition follows from the fault, so that its answer is timed. */
  public boolean isTimed() {
    return !promise.troubles().isEmpty()
        && promise.cause() instanceof Cause.Broken it
        && switch (it.kind()) {
          case FREEZE -> promise.must() == Must.STOP; // a pause comes from the end of it
          case DROPOUT, NAN, BUS_HANG -> true;
          case CLOCK_STEP -> it.amount() >= 1; // smaller or back: no time to go anywhere
          default -> false;
        };
  }

  private boolean isPoisoned() {
    return promise.cause() instanceof Cause.Poisoned;
  }

  /** A learner that repaired itself before anybody noticed did better than that. */
  private boolean isFrozenInTime() {
    double frozen = observed.frozenSeconds() - BrokenRun.AT_SECONDS;
    return isBetter() || frozen <= MOST_TO_FROZEN_SECONDS;
  }

  /** Whether the safe values came in time. */
  public boolean isInTime() {
    return secondsToSafe <= mostToSafe + ROUNDING;
  }

  /** Whether all was as promised. */
  public boolean passed() {
    return failures.isEmpty();
  }
}
