package io.olivo.deploy.bench;

import io.olivo.deploy.report.FigureTable;
import io.olivo.deploy.report.FigureTable.Cell;
import io.olivo.deploy.report.Ranking;
import io.olivo.deploy.report.Report;
import io.olivo.deploy.session.Version;
import io.olivo.learning.credit.CreditRules;
import io.olivo.learning.net.Activation;
import io.olivo.sim.train.RuleOutcome;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A bench of rules as a page.
 *
 * @param results of it
 * @param command that repeats it
 */
public record RuleReport(RuleResults results, String command) {
  /** The page's content. */
  public Report report() {
    RulePlan plan = results.plan();
    String now =
        LocalDateTime.now(ZoneId.systemDefault())
            .format(DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm"));
    return new Report(
        "Learning rules",
        List.of(
            "Each rule trains the same net on the same rows in the same order: %s, batch %d, %d"
                    .formatted(plan.task(), plan.batch(), plan.epochs())
                + " epoch(s).",
            "Every dot is a seed, every bar a mean; the dashed lines are backprop."),
        results.rows().getFirst().outcomes().size() + " seed(s)",
        now,
        Version.text(),
        List.of(),
        null,
        null,
        null,
        null,
        List.of(),
        List.of(ranking()),
        new Report.Repeat(
            command,
            "The same version, command and seeds give the same numbers on every machine, except"
                + " times."));
  }

  private Ranking ranking() {
    boolean classes = results.plan().task().hasClasses();
    return new Ranking(
        "What each rule reaches",
        takeaway(),
        classes ? "test rows that are right, %" : "held-out nMSE, less is better",
        results.rows().stream().map(this::line).toList(),
        table());
  }

  private String takeaway() {
    long rules = results.rows().stream().filter(row -> !isReference(row)).count();
    long beating =
        results.rows().stream()
            .filter(row -> !isReference(row) && results.beatsTheNull(row))
            .count();
    return "%d of %d rules beside backprop are better than the last layer alone, by more than two standard errors."
        .formatted(beating, rules);
  }

  private static boolean isReference(RuleRow row) {
    CreditRules rule = row.learned().rule();
    return rule == CreditRules.BACKPROP || rule.isNull();
  }

  private Ranking.Line line(RuleRow row) {
    return new Ranking.Line(
        title(row),
        row.learned().rule() == CreditRules.BACKPROP,
        row.outcomes().stream().map(RuleOutcome::result).toList());
  }

  private FigureTable table() {
    return new FigureTable(
        List.of("score", "gap to backprop", "beats null", "angle, \u00b0", "arithmetic", "time"),
        results.rows().stream().map(this::row).toList(),
        "Gap: to backprop on the same kind of net, \u00b1 the standard error over paired seeds. Angle:"
            + " to backprop's gradient at the start, after a tenth and at the end, by hidden layer."
            + " Arithmetic and time: of a sample, over backprop's.");
  }

  private FigureTable.Row row(RuleRow row) {
    return new FigureTable.Row(
        title(row),
        row.learned().rule() == CreditRules.BACKPROP,
        List.of(
            plain(Cell.number(row.result().mean())),
            new Cell(
                Cell.number(row.gap().mean()),
                Double.isNaN(row.gapError())
                    ? List.of()
                    : List.of("\u00b1\u00a0" + Cell.number(row.gapError()))),
            plain(row.learned().rule().isNull() ? "" : results.beatsTheNull(row) ? "yes" : "no"),
            plain(degrees(row, 0) + "; " + degrees(row, 1) + "; " + degrees(row, 2)),
            plain(Cell.number(row.macs())),
            plain(Cell.number(row.time()))));
  }

  private static String degrees(RuleRow row, int moment) {
    return IntStream.range(0, row.hiddenLayers())
        .mapToDouble(layer -> row.degrees(moment, layer))
        .mapToObj(one -> Double.isFinite(one) ? String.format(Locale.ROOT, "%.0f", one) : "\u2013")
        .collect(Collectors.joining(", "));
  }

  private String title(RuleRow row) {
    return row.learned().rule().title()
        + (row.learned().loss() == results.plan().task().loss() ? "" : ", squared loss")
        + (row.learned().hidden() == Activation.RELU ? ", rectified units" : "");
  }

  private static Cell plain(String value) {
    return new Cell(value, List.of());
  }
}
