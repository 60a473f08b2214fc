package io.olivo.deploy.report;

import java.util.List;
import java.util.Optional;

/** What each plot shows, in one sentence, told from its data. */
final class Takeaway {
  private static final double SETTLED_SECONDS = 10; // long enough to average over the reference

  private Takeaway() {}

  static String of(LearningCurves curves) {
    Optional<Series> found = curves.named(curves.ours());
    if (found.isEmpty()) {
      return "No error was recorded for " + curves.ours() + ".";
    }
    Series ours = found.get();
    boolean loaded = !curves.load().isEmpty();
    double end = loaded ? curves.load().getFirst().from() : Math.nextUp(ours.end());
    double from = Math.max(ours.begin(), end - SETTLED_SECONDS);
    double settled = ours.rmsBetween(from, end);
    String when = loaded ? "before the load goes on" : "at the end";
    return curves.ours()
        + "\u2019s error is "
        + mrad(settled)
        + " "
        + when
        + against(curves, settled, from, end)
        + underLoad(curves, ours)
        + ".";
  }

  private static String against(LearningCurves curves, double settled, double from, double end) {
    double other =
        curves.named(curves.baseline()).map(s -> s.rmsBetween(from, end)).orElse(Double.NaN);
    if (!(other > 0) || !Double.isFinite(settled)) {
      return "";
    }
    return ", "
        + Figures.percent(settled / other)
        + " of "
        + curves.baseline()
        + "\u2019s "
        + mrad(other);
  }

  private static String underLoad(LearningCurves curves, Series ours) {
    List<Band> load = curves.load();
    if (load.isEmpty()) {
      return "";
    }
    Band last = load.getLast();
    double to = Math.min(last.to(), Math.nextUp(ours.end()));
    double settled = ours.rmsBetween(Math.max(last.from(), to - SETTLED_SECONDS), to);
    return Double.isFinite(settled) ? "; it is " + mrad(settled) + " when the load comes off" : "";
  }

  static String of(Comparison comparison) {
    Optional<LearnerRow> found = comparison.named(comparison.ours());
    if (found.isEmpty()) {
      return "No numbers were recorded for " + comparison.ours() + ".";
    }
    LearnerRow ours = found.get();
    String limit = mrad(comparison.thresholdMrad());
    if (!Double.isFinite(ours.t5First())) {
      return "Under load " + ours.learner() + " does not get back under " + limit + ".";
    }
    return "When the load goes on, "
        + ours.learner()
        + " is back under "
        + limit
        + " after "
        + seconds(ours.t5First())
        + again(ours)
        + nextBest(comparison, ours)
        + ".";
  }

  private static String again(LearnerRow ours) {
    return Double.isFinite(ours.t5Second())
        ? ", and after " + seconds(ours.t5Second()) + " when it goes on again"
        : "";
  }

  private static String nextBest(Comparison comparison, LearnerRow ours) {
    Optional<LearnerRow> best =
        comparison.rows().stream()
            .filter(row -> !row.equals(ours) && Double.isFinite(row.t5First()))
            .min((a, b) -> Double.compare(a.t5First(), b.t5First()));
    return best.map(
            row -> "; the best other, " + row.learner() + ", needs " + seconds(row.t5First()))
        .orElse(comparison.rows().size() > 1 ? "; no other gets there" : "");
  }

  static String of(HandPath path) {
    return "The hand strays "
        + millimetres(path.stray(path.baseline()))
        + " from the desired path with "
        + path.baseline().name()
        + ", "
        + millimetres(path.stray(path.start()))
        + " with "
        + path.start().name()
        + " and "
        + millimetres(path.stray(path.learned()))
        + " with "
        + path.learned().name()
        + " (root mean square).";
  }

  static String of(Timing timing) {
    return "The loop ran "
        + Figures.of(timing.reachedHz())
        + " ticks a second and needs "
        + Figures.of(timing.wantedHz())
        + "; "
        + lateness(timing)
        + ".";
  }

  private static String lateness(Timing timing) {
    return timing.late() == 0
        ? "none of " + Figures.grouped(timing.ticks()) + " was late"
        : Figures.grouped(timing.late()) + " of " + Figures.grouped(timing.ticks()) + " were late";
  }

  private static String mrad(double value) {
    return Figures.of(value) + "\u00a0mrad";
  }

  private static String seconds(double value) {
    return Figures.of(value) + "\u00a0s";
  }

  private static String millimetres(double metres) {
    return Figures.of(1000 * metres) + "\u00a0mm";
  }
}
