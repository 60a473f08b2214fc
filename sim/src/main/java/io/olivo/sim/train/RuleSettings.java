package io.olivo.sim.train;

import io.olivo.learning.credit.CreditRules;
import io.olivo.learning.credit.StepSizes;
import io.olivo.learning.net.Activation;

/**
 * The step sizes with which each rule is measured: chosen on validation rows and seeds 1000 and
 * 1001, which are never reported, then frozen. The same grid for every rule, {@code olivo bench
 * rules --validate --rate R}:
 *
 * <ul>
 *   <li>batches of images: .015, .03, .06 (15 000 images, 2 epochs), and .03, .06 for backprop,
 *       direct feedback alignment and the nulls over 10 epochs. Where the best two were within half
 *       a point .03 was taken, which is best over 10 epochs; the null got its best one.
 *   <li>single images: .001, .003, .01 (10 000 of them);
 *   <li>motion: .01, .03, .06 (80 s); .06 diverged for every third rule.
 * </ul>
 *
 * <p>Node perturbation took the lowest of each grid, or a lower one still where that diverged.
 * Weight perturbation and its relatives have no target here; their rates are guesses.
 */
public final class RuleSettings {
  private static final double MOMENTUM = .9;
  private static final double STREAM_HURRY = 5;

  private RuleSettings() {}

  /** How far the rule's steps go. */
  public static StepSizes of(Learned learned, RuleTask task, int batch) {
    return of(learned, task, batch, rate(learned, task, batch));
  }

  /** The same with another rate. */
  public static StepSizes of(Learned learned, RuleTask task, int batch, double rate) {
    StepSizes sizes = StepSizes.plain(rate);
    sizes = batch > 1 ? sizes.withMomentum(MOMENTUM) : sizes;
    return sizes.withDecay(decay(learned.rule(), task, batch));
  }

  /** A stream of images is short: five times the usual decay, for alignment in time. */
  private static double decay(CreditRules rule, RuleTask task, int batch) {
    return rule.decay() * (batch == 1 && task.hasClasses() ? STREAM_HURRY : 1);
  }

  private static double rate(Learned learned, RuleTask task, int batch) {
    return switch (task) {
      case ARM -> ofMotion(learned);
      case DIGITS, FASHION_MNIST -> batch > 1 ? ofBatch(learned.rule()) : ofStream(learned.rule());
    };
  }

  private static double ofBatch(CreditRules rule) {
    return switch (rule) {
      case LAST_LAYER -> .06;
      case SYNTHETIC_GRADIENTS, NODE_PERTURBATION -> .015;
      case WEIGHT_PERTURBATION, SIMULTANEOUS_PERTURBATION -> .003;
      default -> .03;
    };
  }

  private static double ofStream(CreditRules rule) {
    return switch (rule) {
      case LAST_LAYER, BRAIN_PROP, BRAIN_PROP_TRANSPOSE -> .01;
      case NODE_PERTURBATION, WEIGHT_PERTURBATION, SIMULTANEOUS_PERTURBATION -> .001;
      default -> .003;
    };
  }

  /** Rectified units stand a third of the step: motion brings the same ones to life for seconds. */
  private static double ofMotion(Learned learned) {
    return switch (learned.rule()) {
      case NODE_PERTURBATION, WEIGHT_PERTURBATION, SIMULTANEOUS_PERTURBATION -> .001;
      case BRAIN_PROP_TRANSPOSE -> .01;
      default -> learned.hidden() == Activation.RELU ? .01 : .03;
    };
  }
}
