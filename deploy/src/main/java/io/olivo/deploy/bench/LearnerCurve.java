package io.olivo.deploy.bench;

import io.olivo.deploy.report.Series;
import io.olivo.deploy.report.Spread;
import java.util.Arrays;
import java.util.List;

/** One learner's error ratio over time, over all its seeds. */
@SuppressWarnings("ArrayRecordComponent") // numbers for a plot; nobody compares them
record LearnerCurve(String name, double[] times, double[][] sorted) {
  /** Of one learner's rows. */
  static LearnerCurve of(List<Row> rows, double[] times) {
    double[][] sorted = new double[times.length][];
    for (int i = 0; i < times.length; i++) {
      int window = i;
      sorted[i] = rows.stream().mapToDouble(row -> row.curve()[window]).sorted().toArray();
    }
    return new LearnerCurve(rows.getFirst().learner().title(), times, sorted);
  }

  Series median() {
    double[] median = Arrays.stream(sorted).mapToDouble(v -> Statistics.of(v).median()).toArray();
    return new Series(name, times, median);
  }

  Spread spread() {
    return new Spread(
        name,
        times,
        Arrays.stream(sorted).mapToDouble(values -> values[0]).toArray(),
        Arrays.stream(sorted).mapToDouble(values -> values[values.length - 1]).toArray());
  }
}
