package io.olivo.deploy.cli;

import io.olivo.deploy.bench.ThrowBench;
import io.olivo.deploy.bench.ThrowRow;
import io.olivo.deploy.terminal.Column;
import io.olivo.deploy.terminal.Screen;
import io.olivo.deploy.terminal.Table;
import java.util.List;

/**
 * What {@code olivo bench both} tells people.
 *
 * @param rows one per arm
 */
record BothTable(ThrowBench bench, List<ThrowRow> rows) {
  private static final String FOOTING =
      "hits: share of the last fifth of the throws within 5 cm, median of the seeds; miss: median of"
          + " these throws; 9 of 10: so many miss by less.\n"
          + "command: largest one, over its limit. Every seed and its curve: --json\n";

  String text(Screen screen) {
    Table table =
        new Table(
            Column.text("taught by"),
            Column.text("that is"),
            Column.number("hits %"),
            Column.number("worst %"),
            Column.number("miss cm"),
            Column.number("9 of 10 cm").optional(1),
            Column.number("command").optional(2),
            Column.number("us/tick").optional(3));
    rows.forEach(row -> row(table, row));
    return heading() + table.render(screen) + FOOTING;
  }

  private String heading() {
    return "%d seed(s), %d throws each\n".formatted(bench.seeds().size(), bench.trial().count());
  }

  private static void row(Table table, ThrowRow row) {
    table.row(
        row.arm().toString(),
        row.arm().title(),
        "%.0f".formatted(100 * row.hits().median()),
        "%.0f".formatted(100 * row.leastHits()),
        "%.1f".formatted(100 * row.miss().median()),
        "%.1f".formatted(100 * row.nineOfTen().median()),
        "%.2f".formatted(row.largestCommand()),
        "%.2f".formatted(row.micros().median()));
  }
}
