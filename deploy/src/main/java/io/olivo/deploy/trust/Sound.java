package io.olivo.deploy.trust;

import io.olivo.deploy.bench.Statistics;
import io.olivo.deploy.robot.RobotSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A robot in which nothing breaks, as a fault is compared with it: left alone, and disarmed and
 * armed again after standing for several lengths of time. A load that swings over makes a burst of
 * error now and then in every run, and after a restart the path begins anew; one run alone would be
 * one throw of the dice.
 */
public final class Sound {
  /** How often it is restarted, each time in a run of its own. */
  static final int RESTARTS = 4;

  private static final double STAND_SECONDS = .2;
  private static final double LONGER_SECONDS = .5; // from one restart to the next

  private final List<Observed> runs;

  private Sound(List<Observed> runs) {
    this.runs = List.copyOf(runs);
  }

  /**
   * Runs all of it.
   *
   * @param spec the robot file
   * @param seconds the longest fault to compare with
   * @param seed of everything drawn
   */
  public static Sound of(RobotSpec spec, double seconds, long seed) throws InterruptedException {
    List<Observed> runs = new ArrayList<>();
    runs.add(run(spec, null, seconds, seed));
    for (int i = 0; i < RESTARTS; i++) {
      double stand = STAND_SECONDS + i * LONGER_SECONDS;
      runs.add(run(spec, new Cause.Restarted(), stand, seed));
    }
    return new Sound(runs);
  }

  private static Observed run(RobotSpec spec, @Nullable Cause cause, double seconds, long seed)
      throws InterruptedException {
    return new BrokenRun(spec, cause, seconds, seed, UnaryOperator.identity()).run();
  }

  /** Left alone. */
  Observed leftAlone() {
    return runs.getFirst();
  }

  /** Root mean square error in the judged time: the median of all runs. */
  double rms() {
    return median(Sound::rms);
  }

  /** Median error of single seconds in the judged time: the median of all runs. */
  double usual() {
    return median(Sound::usual);
  }

  private double median(ToDoubleFunction<Observed> error) {
    return Statistics.of(runs.stream().mapToDouble(error).toArray()).median();
  }

  static double rms(Observed run) {
    double from = run.judgedFromSeconds();
    return run.errors().rms(from, from + BrokenRun.JUDGED_SECONDS);
  }

  static double usual(Observed run) {
    double from = run.judgedFromSeconds();
    return Statistics.of(
            IntStream.range(0, (int) BrokenRun.JUDGED_SECONDS)
                .mapToDouble(i -> run.errors().rms(from + i, from + i + 1))
                .toArray())
        .median();
  }
}
