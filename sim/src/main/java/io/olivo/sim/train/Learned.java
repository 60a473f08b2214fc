package io.olivo.sim.train;

import io.olivo.learning.credit.CreditRules;
import io.olivo.learning.net.Activation;
import io.olivo.learning.net.Loss;
import io.olivo.learning.net.NetSpec;

/**
 * A rule on the net that it needs.
 *
 * @param rule how it learns
 * @param hidden what hidden units do
 * @param loss what is to become small
 */
public record Learned(CreditRules rule, Activation hidden, Loss loss) {
  /** On the usual net of a task, or on the one that the rule asks for. */
  public static Learned of(CreditRules rule, RuleTask task) {
    return new Learned(rule, rule.hidden(), task.hasClasses() ? rule.lossOfClasses() : task.loss());
  }

  /** Backprop on the same net with the same loss: what it is compared with. */
  public Learned reference() {
    return by(CreditRules.BACKPROP);
  }

  /** Another rule on the same net with the same loss. */
  public Learned by(CreditRules other) {
    return new Learned(other, hidden, loss);
  }

  /** The net. */
  public NetSpec net(RuleTask task) {
    return NetSpec.of(task.widths(), hidden, loss);
  }
}
