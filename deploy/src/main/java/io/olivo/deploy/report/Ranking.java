package io.olivo.deploy.report;

import java.util.List;

/**
 * Things side by side, each with what it reached in every run.
 *
 * @param title of its section
 * @param takeaway one sentence on what it shows
 * @param axis what is drawn, with its unit
 * @param lines in the order they are shown
 * @param table of figures below
 */
public record Ranking(
    String title, String takeaway, String axis, List<Line> lines, FigureTable table) {
  public Ranking {
    lines = List.copyOf(lines);
  }

  /**
   * One of them.
   *
   * @param name as it is written before it
   * @param ours whether the others are compared with it
   * @param values one per run
   */
  public record Line(String name, boolean ours, List<Double> values) {
    public Line {
      values = values.stream().filter(Double::isFinite).toList();
    }

    double mean() {
      return values.stream().mapToDouble(v -> v).average().orElse(Double.NaN);
    }
  }
}
