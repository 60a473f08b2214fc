package io.olivo.deploy.bench;

import io.olivo.deploy.report.Band;
import io.olivo.deploy.report.Benchmark;
import io.olivo.deploy.report.LearningCurves;
import io.olivo.deploy.report.LearningCurves.Axes;
import io.olivo.deploy.report.Report;
import io.olivo.deploy.session.Version;
import io.olivo.deploy.wiring.Rule;
import io.olivo.learning.cerebellum.CerebellarConstants;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Stream;

/**
 * A bench as a page.
 *
 * @param measured by plant
 * @param command that repeats it
 */
public record BenchReport(List<Measured> measured, String command) {
  /** The page's content. */
  public Report report() {
    String now =
        LocalDateTime.now(ZoneId.systemDefault())
            .format(DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm"));
    return new Report(
        "Learning curves",
        List.of(
            "Each run begins with nothing learned, on simulated plants whose true errors only the"
                + " simulator knows.",
            "A line is the median over the seeds; the light band around it goes from the best seed"
                + " to the worst."),
        seeds(),
        now,
        Version.text(),
        List.of(),
        null,
        null,
        null,
        null,
        measured.stream().map(BenchReport::benchmark).toList(),
        List.of(),
        new Report.Repeat(
            command,
            "Olivo's constants, the same on every plant: digest %s. The same version, command and"
                    .formatted(CerebellarConstants.STANDARD.digest())
                + " seeds give the same numbers on every machine."));
  }

  private String seeds() {
    List<Long> seeds = measured.getFirst().alone().stream().map(Row::seed).toList();
    long first = seeds.getFirst();
    long last = seeds.getLast();
    boolean range = last - first == seeds.size() - 1;
    return seeds.size() == 1
        ? "seed " + first
        : range
            ? "seeds %d\u2013%d".formatted(first, last)
            : "%d seeds from %d to %d".formatted(seeds.size(), first, last);
  }

  private static Benchmark benchmark(Measured one) {
    Trial trial = one.trial();
    FigureSheet sheet = new FigureSheet(one);
    return new Benchmark(
        title(trial),
        new Conclusion(one).text(),
        "Root mean square of the true error over %s, in windows of %.1f s."
            .formatted(divisor(trial), Windows.of(trial.seconds()).width()),
        curves(one),
        sheet.tables());
  }

  private static String title(Trial trial) {
    String title = trial.robot().name();
    title += trial.reference().equals("none") ? "" : ", reference " + trial.reference();
    title += trial.scenario() == Scenario.STEADY ? "" : ", scenario " + trial.scenario().title();
    title +=
        trial.errorDelaySeconds() == 0
            ? ""
            : ", error taught %.0f ms late".formatted(1e3 * trial.errorDelaySeconds());
    return title + (trial.inertiaScale() == 1 ? "" : ", inertia \u00d7 " + trial.inertiaScale());
  }

  private static String divisor(Trial trial) {
    return trial.relativeTo().equals("feedback alone")
        ? "that of the feedback alone, on the same reference and window"
        : "that of the " + trial.relativeTo();
  }

  private static LearningCurves curves(Measured one) {
    Trial trial = one.trial();
    List<Rule> shown =
        Stream.concat(Stream.of(one.alone().getFirst().learner()), one.learners().stream().sorted())
            .distinct()
            .toList();
    double[] times = Windows.of(trial.seconds()).ends();
    List<LearnerCurve> curves =
        shown.stream()
            .map(rule -> one.learners().contains(rule) ? one.of(rule) : one.alone())
            .map(rows -> LearnerCurve.of(rows, times))
            .toList();
    return new LearningCurves(
        curves.stream().map(LearnerCurve::median).toList(),
        shown.getFirst().title(),
        Rule.OLIVO.title(),
        bands(trial),
        curves.stream().map(LearnerCurve::spread).toList(),
        new Axes("time since the reference began to move, s", "error / " + trial.relativeTo(), ""));
  }

  private static List<Band> bands(Trial trial) {
    return trial.scenario().stretches().stream()
        .map(
            stretch ->
                new Band(
                    Math.clamp(stretch.from(), 0, trial.seconds()),
                    Math.clamp(stretch.to(), 0, trial.seconds()),
                    stretch.kind().title()))
        .toList();
  }
}
