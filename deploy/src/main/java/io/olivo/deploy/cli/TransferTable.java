package io.olivo.deploy.cli;

import io.olivo.deploy.terminal.Column;
import io.olivo.deploy.terminal.Screen;
import io.olivo.deploy.terminal.Table;
import io.olivo.deploy.training.Score;
import io.olivo.deploy.training.Transfer;
import io.olivo.deploy.training.TransferRow;
import java.util.List;

/**
 * What {@code olivo bench transfer} tells people.
 *
 * @param rows one per body
 */
record TransferTable(List<TransferRow> rows) {
  private static final String FOOTING =
      """
      Reward of a tick without exploring, the mean over the seeds, and how many episodes end as they
      should. closed: of the drop from "trained" (new bodies of the ranges) to "at once". What can be
      reached differs by body. Every seed by itself: --json
      """;

  String text(Screen screen) {
    Table table =
        new Table(
            Column.text("body"),
            Column.number("trained"),
            Column.number("at once"),
            Column.number("held %"),
            Column.number("60 s"),
            Column.number("held %"),
            Column.number("closed %"),
            Column.number("300 s").optional(1),
            Column.number("held %").optional(1),
            Column.number("closed %").optional(1));
    rows.forEach(row -> row(table, row));
    return rows.getFirst().transfers().size() + " seed(s)\n" + table.render(screen) + FOOTING;
  }

  private static void row(Table table, TransferRow row) {
    Score zero = row.mean(Transfer::zero);
    Score minute = row.mean(Transfer::minute);
    Score five = row.mean(Transfer::fiveMinutes);
    table.row(
        row.body().name(),
        reward(row.mean(Transfer::trained)),
        reward(zero),
        percent(zero.held()),
        reward(minute),
        percent(minute.held()),
        percent(row.closed(Transfer::minute)),
        reward(five),
        percent(five.held()),
        percent(row.closed(Transfer::fiveMinutes)));
  }

  private static String reward(Score score) {
    return "%.3f".formatted(score.reward());
  }

  private static String percent(double share) {
    return Double.isNaN(share) ? "-" : "%.0f".formatted(100 * share);
  }
}
