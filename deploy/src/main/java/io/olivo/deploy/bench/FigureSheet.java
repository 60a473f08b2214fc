package io.olivo.deploy.bench;

import io.olivo.deploy.report.FigureTable;
import io.olivo.deploy.report.FigureTable.Cell;
import io.olivo.deploy.wiring.Rule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The figures of a bench as tables, and as one sentence.
 *
 * @param measured all runs on one plant
 */
record FigureSheet(Measured measured) {
  private static final String NOTE =
      "Median over the seeds; small: mean and standard deviation over seeds, and the worst seed.";

  List<FigureTable> tables() {
    List<String> curves = names(true);
    List<String> others = names(false);
    List<FigureTable> tables = new ArrayList<>();
    tables.add(table(curves, true, "Error ratio by time. " + rmse() + " " + NOTE));
    if (!others.isEmpty()) {
      tables.add(table(others, false, scenario() + NOTE));
    }
    return tables;
  }

  private List<String> names(boolean curve) {
    return measured.figureNames().stream()
        .filter(name -> (name.startsWith("ratio_") || name.startsWith("rmse_")) == curve)
        .toList();
  }

  private String rmse() {
    double seconds = measured.trial().seconds();
    return "RMSE of %.0f to %.0f s. Diverged: error above the divisor at 40 to 60 s, or no number."
        .formatted(2 * seconds / 3, seconds);
  }

  private String scenario() {
    return measured.trial().scenario() == Scenario.PAYLOAD
        ? "t5, t2: seconds after the load goes on until half a second's error stays under 5 or 2 %s. "
            .formatted(measured.trial().unit())
        : "";
  }

  private FigureTable table(List<String> names, boolean diverged, String note) {
    List<String> columns = new ArrayList<>(names.stream().map(this::heading).toList());
    if (diverged) {
      columns.add("diverged");
    }
    List<FigureTable.Row> rows =
        measured.learners().stream().map(rule -> row(rule, names, diverged)).toList();
    return new FigureTable(columns, rows, note);
  }

  private FigureTable.Row row(Rule rule, List<String> names, boolean diverged) {
    var summary = measured.summary(rule);
    List<Cell> cells = new ArrayList<>();
    for (String name : names) {
      Statistics figure = summary.get(name);
      cells.add(
          figure == null
              ? new Cell("", List.of())
              : Cell.of(figure.median(), figure.mean(), figure.sd(), figure.worst()));
    }
    if (diverged) {
      int count = measured.divergedSeeds(rule).size();
      cells.add(new Cell("%d of %d".formatted(count, measured.of(rule).size()), List.of()));
    }
    return new FigureTable.Row(rule.title(), rule == Rule.OLIVO, cells);
  }

  /** As in "10–20 s" of ratio_10_20 and "t5 first, s" of t5_first. */
  private String heading(String name) {
    String unit = measured.trial().unit();
    if (name.startsWith("ratio_")) {
      return name.substring("ratio_".length()).replace('_', '\u2013') + " s";
    }
    if (name.endsWith("_vs_pd")) {
      return "first 2.5 s / PD";
    }
    String suffix = "_" + measured.trial().unitKey();
    boolean error = name.endsWith(suffix);
    String bare = error ? name.substring(0, name.length() - suffix.length()) : name;
    String words = bare.replace("2_5", "2.5").replace("2.5s", "2.5 s").replace('_', ' ');
    return words + (error ? ", " + unit : name.matches("t\\d_.*") ? ", s" : "");
  }

  /** How far each has come over the last third, in the median. */
  String takeaway() {
    List<Rule> order =
        measured.learners().stream().sorted(Comparator.comparingDouble(this::left)).toList();
    Rule first = order.contains(Rule.OLIVO) ? Rule.OLIVO : order.getFirst();
    Optional<Rule> next = order.stream().filter(rule -> rule != first).findFirst();
    return "Over the last third %s is left with %s of the %s%s."
        .formatted(
            first.title(),
            share(first),
            measured.trial().relativeTo().equals("feedback alone")
                ? "feedback\u2019s error"
                : measured.trial().relativeTo(),
            next.map(
                    rule ->
                        "; of the others the best, %s, with %s"
                            .formatted(rule.title(), share(rule)))
                .orElse(""));
  }

  private double left(Rule rule) {
    double[] lasts = measured.of(rule).stream().mapToDouble(Row::lastThird).toArray();
    return Statistics.of(lasts).median();
  }

  private String share(Rule rule) {
    return Cell.percent(left(rule));
  }
}
