package io.olivo.deploy.cli;

import io.olivo.deploy.bench.ChangesRow;
import io.olivo.deploy.bench.ChangesTally;
import io.olivo.deploy.terminal.Column;
import io.olivo.deploy.terminal.Screen;
import io.olivo.deploy.terminal.Sparkline;
import io.olivo.deploy.terminal.Table;
import io.olivo.sim.task.ChangesTrial;
import java.util.List;

/**
 * What {@code olivo bench changes} tells people.
 *
 * @param rows one per learner
 */
record ChangesTable(List<ChangesRow> rows) {
  private static final String FOOTING =
      "steps: mean until recovered; a change that was never recovered from counts with its whole"
          + " phase. no harm: the policy still passed at once, 0 steps.\n"
          + "Each of the bodies that return is new the first time. Every change by itself: --json\n";

  String text(Screen screen) {
    StringBuilder text = new StringBuilder(heading());
    text.append(learners(screen)).append('\n').append(blocks(screen)).append('\n');
    for (ChangesRow row : rows) {
      text.append(screen.wrapped(row.answer())).append('\n');
    }
    return text + FOOTING;
  }

  private String heading() {
    ChangesRow row = rows.getFirst();
    ChangesTrial trial = row.trial();
    String bar =
        Double.isNaN(trial.bar()) ? "solve the task" : "return %.0f".formatted(trial.bar());
    return ("%s, %d seed(s), %d changes of body, %d steps each; recovered when 20 greedy episodes"
            + " %s, tested every %d\n")
        .formatted(
            trial.task(),
            row.outcomes().size(),
            trial.changes(),
            trial.phaseSteps(),
            bar,
            trial.every());
  }

  private String learners(Screen screen) {
    Table table =
        new Table(
            Column.text("learner"),
            Column.number("returning"),
            Column.number("steps"),
            Column.number("new"),
            Column.number("steps"),
            Column.number("last/first"),
            Column.text("steps over time").optional(1),
            Column.number("no harm").optional(3),
            Column.number("at the end").optional(2),
            Column.number("us/step").optional(4));
    for (ChangesRow row : rows) {
      ChangesTally returning = row.tally(ChangesRow.RETURNING);
      ChangesTally fresh = row.tally(ChangesRow.NEW);
      ChangesTally all = row.tally(ChangesRow.ALL);
      double[] means = row.blockMeans(ChangesRow.ALL);
      table.row(
          row.algo().toString(),
          share(returning.recovered(), returning.changes()),
          number("%.0f", returning.meanSteps()),
          share(fresh.recovered(), fresh.changes()),
          number("%.0f", fresh.meanSteps()),
          number("%.2f", row.lastOverFirst(ChangesRow.ALL)),
          Sparkline.of(means, means.length, screen.unicode()),
          share(all.harmless(), all.changes()),
          share(all.holding(), all.changes()),
          number("%.2f", row.medianMicros()));
    }
    return table.render(screen);
  }

  /** Steps and recoveries, block by block. */
  private String blocks(Screen screen) {
    Column[] columns = new Column[rows.size() + 1];
    columns[0] = Column.text("changes");
    for (int r = 0; r < rows.size(); r++) {
      columns[r + 1] = Column.number(rows.get(r).algo().toString());
    }
    Table table = new Table(columns);
    int from = 0;
    for (int to : rows.getFirst().blockEnds()) {
      table.row(block(from, to));
      from = to;
    }
    return table.render(screen);
  }

  private String[] block(int from, int to) {
    String[] cells = new String[rows.size() + 1];
    cells[0] = "%d-%d".formatted(from + 1, to);
    for (int r = 0; r < rows.size(); r++) {
      ChangesTally tally = rows.get(r).tally(from, to, ChangesRow.ALL);
      cells[r + 1] =
          "%s  %s"
              .formatted(
                  share(tally.recovered(), tally.changes()), number("%5.0f", tally.meanSteps()));
    }
    return cells;
  }

  private static String share(long some, long all) {
    return "%d/%d".formatted(some, all);
  }

  private static String number(String format, double value) {
    return Double.isFinite(value) ? format.formatted(value) : "-";
  }
}
