package io.olivo.deploy.bench;

import io.olivo.deploy.wiring.Rule;
import java.util.Map;

/**
 * One learner on one seed.
 *
 * @param learner who
 * @param seed of everything drawn
 * @param figures by name; NaN for what never happens
 * @param beginSeconds robot time at which the reference began to move
 * @param lostTicks in which the robot stood safe because samples were missing or out of their range
 * @param lastThird error ratio over the last third
 * @param diverged see {@link #diverged(Map, double, long)}
 * @param curve error ratio of each window
 */
@SuppressWarnings("ArrayRecordComponent") // numbers for a plot; nobody compares two rows
public record Row(
    Rule learner,
    long seed,
    Map<String, Double> figures,
    double beginSeconds,
    long lostTicks,
    double lastThird,
    boolean diverged,
    double[] curve) {
  /** A run and the feedback alone on the same seed, as a row. */
  static Row of(Trial trial, Rule rule, long seed, Run run, Run alone) {
    Map<String, Double> figures = Measures.of(trial, run, alone);
    double seconds = trial.seconds();
    double last = run.rms(2 * seconds / 3, seconds) / alone.scale(2 * seconds / 3, seconds);
    return new Row(
        rule,
        seed,
        figures,
        run.begin(),
        run.lostTicks(),
        last,
        diverged(figures, last, run.lostTicks()),
        Windows.of(seconds).ratios(run, alone));
  }

  /**
   * Whether it made things worse: error above what it is divided by at 40 to 60 s (of a shorter run
   * over its last third), a ratio that is no number, or ticks lost.
   */
  static boolean diverged(Map<String, Double> figures, double lastThird, long lostTicks) {
    double judged = figures.getOrDefault("ratio_40_60", lastThird);
    boolean finite =
        figures.entrySet().stream()
            .filter(figure -> figure.getKey().startsWith("ratio"))
            .allMatch(figure -> Double.isFinite(figure.getValue()));
    return !(judged <= 1 && finite && Double.isFinite(lastThird) && lostTicks == 0);
  }
}
