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
import io.olivo.sim.task.ChangesTrial;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Changes of body as a page.
 *
 * @param rows one per learner
 * @param command that repeats it
 */
public record ChangesReport(List<ChangesRow> rows, String command) {
  private static final String NOTE =
      "Recovered: a test of 20 greedy episodes was passed before the next change; a change that was"
          + " never recovered from counts with its whole phase. No harm: the policy still passed at once. Last/first: mean steps of the last"
          + " quarter of the changes over those of the first.";

  /** Keeps its own copy. */
  public ChangesReport {
    rows = List.copyOf(rows);
  }

  /** The page's content. */
  public Report report() {
    String now =
        LocalDateTime.now(ZoneId.systemDefault())
            .format(DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm"));
    return new Report(
        "Bodies that change",
        List.of(
            "The body is changed in mid-run and nobody tells the learner; half of the bodies"
                + " return, the others never do.",
            "A line is the mean of the steps until the learner has recovered; the light band goes"
                + " from the quickest seed to the slowest."),
        rows.getFirst().outcomes().size() + " seed(s)",
        now,
        Version.text(),
        List.of(),
        null,
        null,
        null,
        null,
        List.of(benchmark()),
        List.of(),
        new Report.Repeat(
            command,
            "The same version, command and seeds give the same numbers on every machine, except"
                + " times."));
  }

  private Benchmark benchmark() {
    ChangesTrial trial = rows.getFirst().trial();
    return new Benchmark(
        trial.task(),
        rows.getFirst().answer(),
        "%d changes, %d steps each, a test every %d; a new body differs in %d parameter(s)."
            .formatted(trial.changes(), trial.phaseSteps(), trial.every(), trial.differing()),
        curves(),
        List.of(table()));
  }

  private LearningCurves curves() {
    return new LearningCurves(
        rows.stream().map(ChangesReport::line).toList(),
        rows.getLast().algo().title(),
        rows.getFirst().algo().title(),
        List.of(),
        rows.stream().map(ChangesReport::spread).toList(),
        new Axes("changes so far", "", "steps to recover", "steps", true));
  }

  private static Series line(ChangesRow row) {
    return new Series(row.algo().title(), ends(row), row.blockMeans(ChangesRow.ALL));
  }

  private static Spread spread(ChangesRow row) {
    double[][] bySeed = row.blockMeansBySeed();
    double[] x = ends(row);
    double[] low =
        IntStream.range(0, x.length)
            .mapToDouble(b -> Arrays.stream(bySeed).mapToDouble(s -> s[b]).min().orElse(Double.NaN))
            .toArray();
    double[] high =
        IntStream.range(0, x.length)
            .mapToDouble(b -> Arrays.stream(bySeed).mapToDouble(s -> s[b]).max().orElse(Double.NaN))
            .toArray();
    return new Spread(row.algo().title(), x, low, high);
  }

  private static double[] ends(ChangesRow row) {
    return row.blockEnds().stream().mapToDouble(Integer::doubleValue).toArray();
  }

  private FigureTable table() {
    return new FigureTable(
        List.of("returning", "steps", "new", "steps", "no harm", "pass at the end", "last/first"),
        rows.stream().map(row -> figures(row, row.equals(rows.getFirst()))).toList(),
        NOTE);
  }

  private static FigureTable.Row figures(ChangesRow row, boolean ours) {
    ChangesTally returning = row.tally(ChangesRow.RETURNING);
    ChangesTally fresh = row.tally(ChangesRow.NEW);
    ChangesTally all = row.tally(ChangesRow.ALL);
    return new FigureTable.Row(
        row.algo().title(),
        ours,
        List.of(
            plain("%d of %d".formatted(returning.recovered(), returning.changes())),
            plain(Cell.number(returning.meanSteps())),
            plain("%d of %d".formatted(fresh.recovered(), fresh.changes())),
            plain(Cell.number(fresh.meanSteps())),
            plain("%d of %d".formatted(all.harmless(), all.changes())),
            plain("%d of %d".formatted(all.holding(), all.changes())),
            plain(Cell.number(row.lastOverFirst(ChangesRow.ALL)))));
  }

  private static Cell plain(String value) {
    return new Cell(value, List.of());
  }
}
