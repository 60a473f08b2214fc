package io.olivo.learning.reward.peer;

import io.olivo.learning.Chance;
import io.olivo.learning.Elementary;
import io.olivo.learning.HotPath;
import io.olivo.learning.reward.ActionSpace;

/**
 * From the outputs y of a net to an action whose mean and spread both are learned, and to the
 * direction in which y makes it likelier and the policy less certain.
 *
 * <pre>
 * bounded:  a_i/limit_i ~ N(y_i, s_i^2),  s_i = log(1 + exp(y_(m+i))) + 1e-3,  then clipped to +-1
 *           d log p/dy_i = e/s,  d log p/dy_(m+i) = (e^2 - 1)/s sigma(y_(m+i)),  e = (a/limit - y)/s
 *           dH/dy_(m+i) = sigma(y_(m+i))/s
 * choice:   p = softmax(y),  d log p/dy_i = [a = i] - p_i,  dH/dy_i = -p_i (log p_i + H)
 * </pre>
 *
 * <p>m is the number of numbers in an action. The score is that of what was drawn, before the clip,
 * unless something else was done than what was drawn and clipped. Greedily: the mean, or the
 * largest y.
 */
@HotPath
final class StochasticHead {
  private static final double LEAST_SPREAD = 1e-3;

  private final ActionSpace space;
  private final Decision decision;
  private final double[] odds; // p

  /** What was drawn, a/limit or the index [action]; kept until it is learned from. */
  final double[] drawn;

  StochasticHead(ActionSpace space) {
    this.space = space;
    decision = new Decision(space, 1);
    odds = new double[Decision.outputs(space)];
    drawn = new double[space.size()];
  }

  static int outputs(ActionSpace space) {
    return space instanceof ActionSpace.Choice choice ? choice.choices() : 2 * space.size();
  }

  void greedily(double[] y, double[] action) {
    decision.greedily(y, action);
  }

  void draw(double[] y, Chance chance, double[] action) {
    switch (space) {
      case ActionSpace.Choice choice -> {
        decision.draw(y, chance, action);
        drawn[0] = action[0];
      }
      case ActionSpace.Bounded bounded -> {
        for (int i = 0; i < drawn.length; i++) {
          drawn[i] = y[i] + spread(y[drawn.length + i]) * chance.normal();
          action[i] = bounded.limit(i) * Math.clamp(drawn[i], -1, 1);
        }
      }
    }
  }

  /** Fills d log p/dy + bonus dH/dy [output]. */
  void direction(double[] y, double[] applied, double bonus, double[] direction) {
    switch (space) {
      case ActionSpace.Choice choice -> ofChoice(y, applied, bonus, direction);
      case ActionSpace.Bounded bounded -> {
        for (int i = 0; i < drawn.length; i++) {
          ofNormal(y, i, done(bounded, applied, i), bonus, direction);
        }
      }
    }
  }

  private void ofChoice(double[] y, double[] applied, double bonus, double[] direction) {
    Decision.softmax(y, odds);
    double entropy = 0;
    for (double p : odds) {
      entropy -= p * log(p);
    }
    for (int i = 0; i < odds.length; i++) {
      double score = (i == (int) applied[0] ? 1 : 0) - odds[i];
      direction[i] = score - bonus * odds[i] * (log(odds[i]) + entropy);
    }
  }

  private static double log(double p) {
    return StrictMath.log(Math.max(p, 1e-300));
  }

  private double done(ActionSpace.Bounded bounded, double[] applied, int i) {
    boolean asAsked = applied[i] == bounded.limit(i) * Math.clamp(drawn[i], -1, 1);
    return asAsked ? drawn[i] : applied[i] / bounded.limit(i);
  }

  private void ofNormal(double[] y, int i, double done, double bonus, double[] direction) {
    double slope = 1 / (1 + Elementary.exp(-y[drawn.length + i]));
    double s = spread(y[drawn.length + i]);
    double e = (done - y[i]) / s;
    direction[i] = e / s;
    direction[drawn.length + i] = (e * e - 1 + bonus) / s * slope;
  }

  private static double spread(double y) {
    double soft = y > 30 ? y : StrictMath.log(1 + Elementary.exp(y));
    return soft + LEAST_SPREAD;
  }
}
