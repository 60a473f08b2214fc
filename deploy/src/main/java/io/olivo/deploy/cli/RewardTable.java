package io.olivo.deploy.cli;

import io.olivo.deploy.bench.RewardRow;
import io.olivo.deploy.terminal.Column;
import io.olivo.deploy.terminal.Screen;
import io.olivo.deploy.terminal.Table;
import java.util.List;

/**
 * What {@code olivo bench reward} tells people.
 *
 * @param rows one per task and learner
 */
record RewardTable(List<RewardRow> rows) {
  private static final String FOOTING =
      "solved: seeds with a checkpoint whose greedy policy passed 20 and then 100 episodes, and the"
          + " median of its steps.\n"
          + "passes: 100 greedy episodes after the last step. Every seed by itself: --json\n";

  String text(Screen screen) {
    Table table =
        new Table(
            Column.text("task"),
            Column.text("learner"),
            Column.number("solved"),
            Column.number("at steps"),
            Column.number("passes"),
            Column.number("return"),
            Column.number("worst").optional(2),
            Column.number("success %").optional(1),
            Column.number("us/step").optional(3));
    rows.forEach(row -> row(table, row));
    return heading() + table.render(screen) + FOOTING;
  }

  private String heading() {
    RewardRow row = rows.getFirst();
    return "%d seed(s), %d steps, a checkpoint every %d\n"
        .formatted(row.outcomes().size(), row.trial().steps(), row.trial().every());
  }

  private static void row(Table table, RewardRow row) {
    int seeds = row.outcomes().size();
    table.row(
        row.trial().task(),
        row.algo().toString(),
        "%d/%d".formatted(row.solved(), seeds),
        number("%.0f", row.steps().median()),
        "%d/%d".formatted(row.passing(), seeds),
        number("%.1f", row.finalReturn().median()),
        number("%.1f", row.leastReturn()),
        number("%.0f", 100 * row.success().mean()),
        number("%.2f", row.micros().median()));
  }

  private static String number(String format, double value) {
    return Double.isFinite(value) ? format.formatted(value) : "-";
  }
}
