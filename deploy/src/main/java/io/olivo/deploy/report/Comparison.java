package io.olivo.deploy.report;

import java.util.List;
import java.util.Optional;

/**
 * The learners side by side.
 *
 * @param thresholdMrad the error under which a learner counts as back on track [mrad]
 * @param baseline the learner that ratios are taken against
 * @param ours the learner the report is about
 * @param rows in the order they are shown
 */
public record Comparison(
    double thresholdMrad, String baseline, String ours, List<LearnerRow> rows) {
  public Comparison {
    rows = List.copyOf(rows);
  }

  Optional<LearnerRow> named(String learner) {
    return rows.stream().filter(r -> r.learner().equals(learner)).findFirst();
  }
}
