package io.olivo.sim.train;

import io.olivo.learning.credit.CreditRules;
import io.olivo.learning.credit.StepSizes;

/**
 * The step sizes with which each rule is measured, chosen on validation rows and seeds that are
 * never reported, then frozen: {@code olivo bench rules --validate --rate ...} repeats the choice.
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
    if (task == RuleTask.ARM) {
      return perturbs(learned.rule()) ? .003 : .03;
    }
    double usual = batch == 1 ? .003 : .03;
    return perturbs(learned.rule()) ? usual / 10 : usual;
  }

  private static boolean perturbs(CreditRules rule) {
    return switch (rule) {
      case NODE_PERTURBATION, WEIGHT_PERTURBATION, SIMULTANEOUS_PERTURBATION -> true;
      default -> false;
    };
  }
}
