package io.olivo.deploy.bench;

import io.olivo.deploy.report.Benchmark;
import io.olivo.deploy.report.FigureTable;
import io.olivo.deploy.report.FigureTable.Cell;
import io.olivo.deploy.report.LearningCurves;
import io.olivo.deploy.report.LearningCurves.Axes;
import io.olivo.deploy.report.Report;
import io.olivo.deploy.report.Series;
import io.olivo.deploy.report.Spread;
import io.olivo.deploy.session.Version;
import io.olivo.sim.task.RewardAlgos;
import io.olivo.sim.task.RewardTrial;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * A bench of learners from reward as a page.
 *
 * @param rows one per task and learner
 * @param command that repeats it
 */
public record RewardReport(List<RewardRow> rows, String command) {
  private static final String NOTE =
      "Solved: the first checkpoint whose greedy policy passes 20 and then 100 episodes, its median"
          + " over the seeds; a seed that never passes counts as worse than every number. Passes at"
          + " the end: 100 greedy episodes after the last step.";

  /** Keeps its own copy. */
  public RewardReport {
    rows = List.copyOf(rows);
  }

  /** The page's content. */
  public Report report() {
    String now =
        LocalDateTime.now(ZoneId.systemDefault())
            .format(DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm"));
    return new Report(
        "Learning from reward",
        List.of(
            "Each run begins with nothing learned; a number per step is all that the learner is told.",
            "A line is the median return of the greedy policy over the seeds; the light band goes"
                + " from the worst seed to the best."),
        rows.getFirst().outcomes().size() + " seed(s)",
        now,
        Version.text(),
        List.of(),
        null,
        null,
        null,
        null,
        trials().stream().map(this::benchmark).toList(),
        List.of(),
        new Report.Repeat(
            command,
            "The same version, command and seeds give the same numbers on every machine, except"
                + " times."));
  }

  private List<RewardTrial> trials() {
    return rows.stream().map(RewardRow::trial).distinct().toList();
  }

  private Benchmark benchmark(RewardTrial trial) {
    List<RewardRow> own = rows.stream().filter(row -> row.trial().equals(trial)).toList();
    return new Benchmark(
        trial.task(),
        takeaway(own),
        "Mean undiscounted return of 20 greedy episodes, every %d steps; these are not counted."
            .formatted(trial.every()),
        curves(own),
        List.of(table(own)));
  }

  private static String takeaway(List<RewardRow> own) {
    RewardRow best =
        own.stream()
            .min(
                Comparator.comparingLong(RewardRow::solved)
                    .reversed()
                    .thenComparingDouble(row -> row.steps().median()))
            .orElseThrow();
    long seeds = best.outcomes().size();
    if (best.solved() == 0) {
      return "Nobody solves it within %d steps.".formatted(best.trial().steps());
    }
    double median = best.steps().median();
    return "Best is %s: solved on %d of %d seeds%s."
        .formatted(
            best.algo().title(),
            best.solved(),
            seeds,
            Double.isNaN(median) ? "" : ", in the median after %.0f steps".formatted(median));
  }

  private static LearningCurves curves(List<RewardRow> own) {
    return new LearningCurves(
        own.stream().map(RewardReport::line).toList(),
        RewardAlgos.RANDOM.title(),
        own.getFirst().algo().title(),
        List.of(),
        own.stream().map(RewardReport::spread).toList(),
        new Axes("steps", "steps", "return of the greedy policy", "", true));
  }

  private static Series line(RewardRow row) {
    return new Series(
        row.algo().title(), row.checkpoints(), each(row, v -> Statistics.of(v).median()));
  }

  private static Spread spread(RewardRow row) {
    return new Spread(
        row.algo().title(),
        row.checkpoints(),
        each(row, values -> values[0]),
        each(row, values -> values[values.length - 1]));
  }

  private static double[] each(RewardRow row, ToDoubleFunction<double[]> figure) {
    return IntStream.range(0, row.checkpoints().length)
        .mapToDouble(i -> figure.applyAsDouble(row.returnsAt(i)))
        .toArray();
  }

  private static FigureTable table(List<RewardRow> own) {
    return new FigureTable(
        List.of(
            "solved",
            "steps, median",
            "passes at the end",
            "final return",
            "success",
            "\u00b5s/step"),
        own.stream().map(row -> figures(row, row.equals(own.getFirst()))).toList(),
        NOTE);
  }

  private static FigureTable.Row figures(RewardRow row, boolean ours) {
    long seeds = row.outcomes().size();
    return new FigureTable.Row(
        row.algo().title(),
        ours,
        List.of(
            plain("%d of %d".formatted(row.solved(), seeds)),
            plain(Cell.number(row.steps().median())),
            plain("%d of %d".formatted(row.passing(), seeds)),
            new Cell(
                Cell.number(row.finalReturn().median()),
                List.of("worst\u00a0" + Cell.number(row.leastReturn()))),
            plain(Cell.percent(row.success().mean())),
            plain(Cell.number(row.micros().median()))));
  }

  private static Cell plain(String value) {
    return new Cell(value, List.of());
  }
}
