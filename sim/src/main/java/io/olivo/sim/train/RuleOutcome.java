package io.olivo.sim.train;

import java.util.List;

/**
 * What came of one run.
 *
 * @param learned by which rule, on which net
 * @param seed of net, rule and order
 * @param result percent right on test rows, or normalised mean squared error on them, where
 *     predicting the mean earns 1
 * @param onLine the same measure of the predictions made while learning, over the last fifth of the
 *     steps: of motion, an error that looks better than the net is
 * @param degrees angle between the rule's and backprop's gradient of each hidden layer, at the
 *     start, after a tenth, and at the end [moment][hidden layer]; NaN where a rule leaves a layer
 *     alone
 */
public record RuleOutcome(
    Learned learned, long seed, double result, double onLine, List<List<Double>> degrees) {
  /** Keeps its own copy. */
  public RuleOutcome {
    degrees = degrees.stream().map(List::copyOf).toList();
  }
}
