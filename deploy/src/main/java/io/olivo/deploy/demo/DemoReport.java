package io.olivo.deploy.demo;

import io.olivo.deploy.report.Band;
import io.olivo.deploy.report.Comparison;
import io.olivo.deploy.report.Fact;
import io.olivo.deploy.report.HandPath;
import io.olivo.deploy.report.LearnerRow;
import io.olivo.deploy.report.LearningCurves;
import io.olivo.deploy.report.Report;
import io.olivo.deploy.report.Series;
import io.olivo.deploy.report.Timing;
import io.olivo.deploy.report.Verdict;
import io.olivo.deploy.session.Version;
import io.olivo.deploy.wiring.Wiring;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;

/**
 * The demo as a page.
 *
 * @param plan when the load was on
 * @param seed of the run
 * @param outcomes of all learners; the first is the feedback alone, the last is Olivo
 * @param timing of Olivo's ticks
 */
public record DemoReport(DemoPlan plan, long seed, List<Outcome> outcomes, Timing timing) {
  private static final double START_SECONDS = Wiring.HOLD_SECONDS + 1; // the ease-in is over

  /** The page's content. */
  public Report report() {
    String now =
        LocalDateTime.now(ZoneId.systemDefault())
            .format(DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm"));
    return new Report(
        "An arm learns to move",
        List.of(
            "A two-link arm that Olivo knows nothing about draws a figure of eight at 500 ticks a"
                + " second of robot time.",
            "Simulator and controller are two processes that talk over MQTT. A load of %s kg goes"
                    .formatted(DemoPlan.LOAD)
                + " on at %.1f s and, again, at %.1f s."
                    .formatted(plan.firstOn(), plan.secondOn())),
        seed,
        now,
        Version.text(),
        facts(),
        curves(),
        comparison(),
        path(),
        timing);
  }

  private Outcome alone() {
    return outcomes.getFirst();
  }

  private Outcome olivo() {
    return outcomes.getLast();
  }

  private List<Fact> facts() {
    double ratio = olivo().before() / alone().before();
    return List.of(
        new Fact(
            "Error left",
            "%.2f".formatted(100 * ratio),
            "%",
            ratio <= .02 ? Verdict.GOOD : Verdict.BAD,
            "of the feedback's own error, in the 10 s before the load"),
        new Fact(
            "True error",
            "%.2f".formatted(1e3 * olivo().before()),
            "mrad",
            Verdict.PLAIN,
            "root mean square of both joints, in the same 10 s"),
        recovery("First load", olivo().t5First(), "until the unknown load is mastered"),
        recovery("Same load again", olivo().t5Second(), "until the known load is mastered"));
  }

  private static Fact recovery(String label, double seconds, String what) {
    boolean recovered = Double.isFinite(seconds);
    return new Fact(
        label,
        recovered ? "%.1f".formatted(seconds) : "never",
        recovered ? "s" : "",
        recovered ? Verdict.GOOD : Verdict.BAD,
        what + ": half a second's error stays under 5 mrad");
  }

  private LearningCurves curves() {
    return new LearningCurves(
        outcomes.stream().map(DemoReport::curve).toList(),
        alone().learner(),
        olivo().learner(),
        List.of(
            new Band(plan.firstOn(), plan.firstOff()),
            new Band(plan.secondOn(), plan.secondOff())));
  }

  private static Series curve(Outcome outcome) {
    double[] mrad = outcome.curve();
    for (int i = 0; i < mrad.length; i++) {
      mrad[i] *= 1e3;
    }
    return new Series(outcome.learner(), outcome.times(), mrad);
  }

  private Comparison comparison() {
    return new Comparison(
        DemoPlan.ON_TRACK * 1e3,
        alone().learner(),
        olivo().learner(),
        outcomes.stream().map(DemoReport::row).toList());
  }

  private static LearnerRow row(Outcome o) {
    return new LearnerRow(
        o.learner(),
        1e3 * o.before(),
        1e3 * o.first(),
        1e3 * o.steady(),
        1e3 * o.second(),
        o.t5First(),
        o.t5Second());
  }

  private HandPath path() {
    double end = plan.firstOn();
    double begin = end - DemoPlan.ROUND_SECONDS;
    HandTrace learned = olivo().hand();
    return new HandPath(
        learned.wanted("Desired", begin, end),
        alone().hand().reached("PD", begin, end),
        learned.reached(
            "Olivo, first round", START_SECONDS, START_SECONDS + DemoPlan.ROUND_SECONDS),
        learned.reached("Olivo, after learning", begin, end));
  }
}
