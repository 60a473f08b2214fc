package io.olivo.deploy.report;

import java.util.List;

/**
 * Figures side by side, as they are to be printed.
 *
 * @param columns headings
 * @param rows in the order they are shown
 * @param note one sentence on how to read it
 */
public record FigureTable(List<String> columns, List<Row> rows, String note) {
  public FigureTable {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }

  /**
   * One learner.
   *
   * @param name of it
   * @param ours whether the report is about it
   * @param cells one per column
   */
  public record Row(String name, boolean ours, List<Cell> cells) {
    public Row {
      cells = List.copyOf(cells);
    }
  }

  /**
   * One figure.
   *
   * @param value the figure
   * @param small lines below it
   */
  public record Cell(String value, List<String> small) {
    public Cell {
      small = List.copyOf(small);
    }

    /** A figure over several runs; a dash for what is no number. */
    public static Cell of(double median, double mean, double sd, double worst) {
      return Double.isNaN(sd)
          ? new Cell(Figures.of(median), mean == median ? List.of() : List.of(worst(worst)))
          : new Cell(
              Figures.of(median),
              List.of(Figures.of(mean) + "\u00a0\u00b1\u00a0" + Figures.two(sd), worst(worst)));
    }

    private static String worst(double value) {
      return "worst\u00a0" + Figures.of(value);
    }

    /** With three digits that count; a dash when it is no number. */
    public static String number(double value) {
      return Figures.of(value);
    }

    /** A share of a whole, as in 1.2 %; a dash when it is no number. */
    public static String percent(double share) {
      return Double.isFinite(share) ? Figures.percent(share) : "\u2013";
    }
  }
}
