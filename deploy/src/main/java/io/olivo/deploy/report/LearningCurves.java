package io.olivo.deploy.report;

import java.util.List;
import java.util.Optional;

/**
 * How the tracking error of each learner goes over robot time.
 *
 * @param learners x: end of a window [s]; y: error in it
 * @param baseline the name of the series that does not learn
 * @param ours the name of the series the report is about
 * @param load when the load is on
 * @param spreads of learners, by the same names, over several runs; may be empty
 * @param axes what x and y are
 */
public record LearningCurves(
    List<Series> learners,
    String baseline,
    String ours,
    List<Band> load,
    List<Spread> spreads,
    Axes axes) {
  /**
   * What is drawn.
   *
   * @param x title of the axis of time, with its unit
   * @param xUnit of x behind a number
   * @param y title of the axis of error, with its unit
   * @param unit of y behind a number, may be empty
   * @param linear whether y may be negative; otherwise its axis is logarithmic
   */
  public record Axes(String x, String xUnit, String y, String unit, boolean linear) {
    /** Error over seconds. */
    public Axes(String x, String y, String unit) {
      this(x, "s", y, unit, false);
    }
  }

  public LearningCurves {
    learners = List.copyOf(learners);
    load = List.copyOf(load);
    spreads = List.copyOf(spreads);
  }

  /** Of one run: RMSE [mrad] in windows of 0.5 s of robot time. */
  public LearningCurves(List<Series> learners, String baseline, String ours, List<Band> load) {
    this(
        learners, baseline, ours, load, List.of(), new Axes("robot time, s", "RMSE, mrad", "mrad"));
  }

  Optional<Series> named(String name) {
    return learners.stream().filter(s -> s.name().equals(name)).findFirst();
  }
}
