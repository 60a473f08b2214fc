package io.olivo.deploy.cli;

import io.olivo.deploy.terminal.Column;
import io.olivo.deploy.terminal.Screen;
import io.olivo.deploy.terminal.Table;
import io.olivo.deploy.trust.EnduranceReport.Mark;
import java.util.List;
import java.util.Locale;

/**
 * How a very long run went on, for people.
 *
 * @param marks at the start and after every hour
 */
record EnduranceTable(List<Mark> marks) {
  String text(Screen screen) {
    Table table =
        new Table(
            Column.number("hours"),
            Column.number("heap, MiB"),
            Column.number("largest weight"),
            Column.number("error, rms"));
    marks.forEach(mark -> row(table, mark));
    return "\n" + table.render(screen);
  }

  private static void row(Table table, Mark mark) {
    table.row(
        number("%.2f", mark.seconds() / 3600),
        number("%.1f", mark.heapBytes() / (double) (1 << 20)),
        number("%.4g", mark.largestWeight()),
        Double.isFinite(mark.error()) ? number("%.4g", mark.error()) : "-");
  }

  private static String number(String form, double value) {
    return String.format(Locale.ROOT, form, value);
  }
}
