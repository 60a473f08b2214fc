package io.olivo.deploy.report;

import java.util.List;

/**
 * What learners reached on one plant.
 *
 * @param title of its section
 * @param takeaway one sentence on what it shows
 * @param note one sentence on how it was measured
 * @param curves error over time
 * @param tables of figures
 */
public record Benchmark(
    String title, String takeaway, String note, LearningCurves curves, List<FigureTable> tables) {
  public Benchmark {
    tables = List.copyOf(tables);
  }
}
