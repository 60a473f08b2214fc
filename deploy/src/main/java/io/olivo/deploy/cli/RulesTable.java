package io.olivo.deploy.cli;

import io.olivo.deploy.bench.RuleResults;
import io.olivo.deploy.bench.RuleRow;
import io.olivo.deploy.terminal.Column;
import io.olivo.deploy.terminal.Screen;
import io.olivo.deploy.terminal.Table;

/**
 * What {@code olivo bench rules} tells people.
 *
 * @param results of all rules
 */
record RulesTable(RuleResults results) {
  String text(Screen screen) {
    boolean classes = results.plan().task().hasClasses();
    Table table =
        new Table(
            Column.text("rule"),
            Column.text("title").optional(6),
            Column.number(classes ? "right %" : "nMSE"),
            Column.number(classes ? "gap" : "x bp"),
            Column.number("\u00b1"),
            Column.number(classes ? "on line %" : "on line").optional(4),
            Column.number("angle, end").optional(3),
            Column.number("x macs").optional(2),
            Column.number("x time"),
            Column.number("us").optional(5),
            Column.text("beats null"));
    for (RuleRow row : results.rows()) {
      row(table, row, classes);
    }
    return heading() + table.render(screen) + footing(classes);
  }

  private String heading() {
    return "%s, %d seed(s), batches of %d, %d epoch(s)%s\n"
        .formatted(
            results.plan().task(),
            results.rows().getFirst().outcomes().size(),
            results.plan().batch(),
            results.plan().epochs(),
            results.plan().replay() > 0 ? ", one replayed sample per step" : "");
  }

  private void row(Table table, RuleRow row, boolean classes) {
    table.row(
        row.learned().rule() + RulesJson.net(row, results.plan().task()),
        row.learned().rule().title(),
        (classes ? "%.2f" : "%.4f").formatted(row.result().mean()),
        classes ? "%+.2f".formatted(row.gap().mean()) : "%.2f".formatted(row.timesReference()),
        number(classes ? "%.2f" : "%.4f", row.gapError()),
        (classes ? "%.1f" : "%.4f").formatted(row.onLine().mean()),
        angles(row),
        "%.2f".formatted(row.macs()),
        "%.2f".formatted(row.time()),
        "%.1f".formatted(row.micros()),
        results.beatsTheNull(row) ? "yes" : "no");
  }

  private static String angles(RuleRow row) {
    StringBuilder text = new StringBuilder();
    for (int layer = 0; layer < row.hiddenLayers(); layer++) {
      text.append(layer == 0 ? "" : ", ").append(number("%.0f", row.degrees(2, layer)));
    }
    return text.toString();
  }

  private static String number(String format, double value) {
    return Double.isFinite(value) ? format.formatted(value) : "-";
  }

  private static String footing(boolean classes) {
    return (classes
            ? "gap: to backprop with the same net, loss and seeds, in points; \u00b1: its paired"
                + " standard error.\n"
            : "nMSE: squared error on other motions, where predicting the mean earns 1; x bp: over"
                + " backprop's.\n")
        + "angle: to backprop's gradient, hidden layers, degrees. Every seed by itself: --json\n";
  }
}
