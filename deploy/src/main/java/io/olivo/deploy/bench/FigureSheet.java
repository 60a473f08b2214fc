package io.olivo.deploy.bench;

import io.olivo.deploy.report.FigureTable;
import io.olivo.deploy.report.FigureTable.Cell;
import io.olivo.deploy.wiring.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The figures of a bench as tables.
 *
 * @param measured all runs on one plant
 */
record FigureSheet(Measured measured) {
  private static final String NOTE =
      "Median over the seeds; small: mean \u00b1 standard deviation, and the worst seed.";

  /** By time, then what the scenario is about, first and second time by themselves. */
  List<FigureTable> tables() {
    List<String> names = shown();
    List<FigureTable> tables = new ArrayList<>();
    String note = "Error ratio by time, in percent. " + rmse() + " " + NOTE;
    tables.add(table(only(names, FigureSheet::isByTime), true, note));
    List<String> others = only(names, name -> !isByTime(name));
    tables.add(table(only(others, name -> !isSecond(name)), false, scenario()));
    tables.add(table(only(others, FigureSheet::isSecond), false, ""));
    return tables.stream().filter(table -> !table.columns().isEmpty()).toList();
  }

  private List<String> shown() {
    boolean steady = measured.trial().scenario() == Scenario.STEADY;
    return measured.figureNames().stream()
        .filter(name -> !name.equals("lag_ticks") && !(steady && name.equals("slots")))
        .toList();
  }

  private static List<String> only(List<String> names, Predicate<String> which) {
    return names.stream().filter(which).toList();
  }

  private static boolean isByTime(String name) {
    return name.startsWith("ratio_") || name.startsWith("rmse_");
  }

  private static boolean isSecond(String name) {
    return name.contains("second");
  }

  private String rmse() {
    double seconds = measured.trial().seconds();
    return "RMSE of %.0f to %.0f s. Diverged: error above the divisor at 40 to 60 s, or no number."
        .formatted(2 * seconds / 3, seconds);
  }

  private String scenario() {
    return measured.trial().scenario() == Scenario.PAYLOAD
        ? "t5, t2: seconds after the load goes on until half a second\u2019s error stays under 5 or 2"
            + " %s; a dash means never.".formatted(measured.trial().unit())
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
    Map<String, Statistics> summary = measured.summary(rule);
    List<Cell> cells = new ArrayList<>();
    for (String name : names) {
      cells.add(cell(summary.get(name), isRatio(name) ? 100 : 1));
    }
    if (diverged) {
      int count = measured.divergedSeeds(rule).size();
      cells.add(new Cell("%d of %d".formatted(count, measured.of(rule).size()), List.of()));
    }
    return new FigureTable.Row(rule.title(), rule == Rule.OLIVO, cells);
  }

  private static boolean isRatio(String name) {
    return name.startsWith("ratio_") || name.endsWith("_vs_pd");
  }

  private static Cell cell(@Nullable Statistics figure, double scale) {
    return figure == null
        ? new Cell("", List.of())
        : Cell.of(
            scale * figure.median(),
            scale * figure.mean(),
            scale * figure.sd(),
            scale * figure.worst());
  }

  /** As in "10–20 s" of ratio_10_20 and "t5 first, s" of t5_first. */
  private String heading(String name) {
    String unit = measured.trial().unit();
    if (name.startsWith("ratio_")) {
      return name.substring("ratio_".length()).replace('_', '\u2013') + " s";
    }
    if (name.endsWith("_vs_pd")) {
      return "first 2.5 s, % of PD";
    }
    String suffix = "_" + measured.trial().unitKey();
    boolean error = name.endsWith(suffix);
    String bare = error ? name.substring(0, name.length() - suffix.length()) : name;
    String words = bare.replace("0_2_5", "0\u20132.5_s").replace("2_5_5", "2.5\u20135_s");
    words = words.replace("2_5", "2.5").replace("2.5s", "2.5 s").replace('_', ' ');
    return words + (error ? ", " + unit : name.matches("t\\d_.*") ? ", s" : "");
  }
}
