package io.olivo.deploy.bench;

import io.olivo.learning.credit.CreditRules;
import java.util.Comparator;
import java.util.List;

/**
 * What was measured.
 *
 * @param plan on what
 * @param rows the best first; nulls among them
 */
public record RuleResults(RulePlan plan, List<RuleRow> rows) {
  /** Sorts the rows. */
  public RuleResults {
    Comparator<RuleRow> byResult = Comparator.comparingDouble(row -> row.result().mean());
    rows = rows.stream().sorted(plan.task().hasClasses() ? byResult.reversed() : byResult).toList();
  }

  /**
   * Whether a rule is better than the last layer alone on the same kind of net, by more than twice
   * the standard error of their paired difference.
   */
  public boolean beatsTheNull(RuleRow row) {
    RuleRow last =
        rows.stream()
            .filter(one -> one.learned().equals(row.learned().by(CreditRules.LAST_LAYER)))
            .findFirst()
            .orElseThrow();
    double[] ahead = new double[row.outcomes().size()];
    for (int i = 0; i < ahead.length; i++) {
      double difference = row.outcomes().get(i).result() - last.outcomes().get(i).result();
      ahead[i] = plan.task().hasClasses() ? difference : -difference;
    }
    Statistics over = Statistics.of(ahead);
    double error = Double.isNaN(over.sd()) ? 0 : over.sd() / Math.sqrt(ahead.length);
    return over.mean() > 2 * error;
  }
}
