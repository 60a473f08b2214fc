package io.olivo.deploy.bench;

import io.olivo.learning.credit.StepSizes;
import io.olivo.sim.train.Learned;
import io.olivo.sim.train.RuleOutcome;
import java.util.List;

/**
 * One rule over all seeds.
 *
 * @param learned the rule and its net
 * @param sizes its steps
 * @param outcomes by seed
 * @param reference backprop on the same net, by the same seeds
 * @param macs multiply-accumulates of a step over backprop's
 * @param micros per sample
 * @param referenceMicros of backprop, per sample, measured in turns with it
 */
public record RuleRow(
    Learned learned,
    StepSizes sizes,
    List<RuleOutcome> outcomes,
    List<RuleOutcome> reference,
    double macs,
    double micros,
    double referenceMicros) {
  /** Keeps its own copies. */
  public RuleRow {
    outcomes = List.copyOf(outcomes);
    reference = List.copyOf(reference);
  }

  /** Result over the seeds. */
  public Statistics result() {
    return Statistics.of(outcomes.stream().mapToDouble(RuleOutcome::result).toArray());
  }

  /** Result of the predictions made while learning. */
  public Statistics onLine() {
    return Statistics.of(outcomes.stream().mapToDouble(RuleOutcome::onLine).toArray());
  }

  /** Result less that of backprop on the same seed. */
  public Statistics gap() {
    double[] gaps = new double[outcomes.size()];
    for (int i = 0; i < gaps.length; i++) {
      gaps[i] = outcomes.get(i).result() - reference.get(i).result();
    }
    return Statistics.of(gaps);
  }

  /** Standard error of the mean paired gap; NaN with one seed. */
  public double gapError() {
    return gap().sd() / Math.sqrt(outcomes.size());
  }

  /** Result over that of backprop, of the means. */
  public double timesReference() {
    return result().mean()
        / Statistics.of(reference.stream().mapToDouble(RuleOutcome::result).toArray()).mean();
  }

  /** Time of a step over that of backprop. */
  public double time() {
    return micros / referenceMicros;
  }

  /** Mean angle over the seeds [degrees]; moment 0 start, 1 after a tenth, 2 end. */
  public double degrees(int moment, int layer) {
    return outcomes.stream()
        .mapToDouble(outcome -> outcome.degrees().get(moment).get(layer))
        .average()
        .orElse(Double.NaN);
  }

  /** Number of hidden layers. */
  public int hiddenLayers() {
    return outcomes.getFirst().degrees().getFirst().size();
  }
}
