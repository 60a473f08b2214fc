package io.olivo.learning.reward.peer;

import io.olivo.learning.Chance;
import io.olivo.learning.Elementary;
import io.olivo.learning.HotPath;
import io.olivo.learning.reward.ActionSpace;

/**
 * From the outputs y of a policy to an action, and back to the score of that action.
 *
 * <pre>
 * bounded:  mu_i = clip(y_i, +-1),  a_i = limit_i clip(mu_i + sigma N(0,1), +-1)
 *           d log p/d y_i = (a_i/limit_i - mu_i) / sigma^2
 * choice:   p = softmax(y),  a ~ p
 *           d log p/d y_i = [a = i] - p_i
 * </pre>
 *
 * <p>The score of a bounded action is that of what was done, after the clip. Greedily: mu, or the
 * largest y.
 */
@HotPath
final class Decision {
  private final ActionSpace space;
  private final double sigma;
  private final double[] odds; // p

  /**
   * @param sigma of a bounded action, as a share of its limit
   */
  Decision(ActionSpace space, double sigma) {
    this.space = space;
    this.sigma = sigma;
    odds = new double[outputs(space)];
  }

  /** One per number of a bounded action, or one per choice. */
  static int outputs(ActionSpace space) {
    return space instanceof ActionSpace.Choice choice ? choice.choices() : space.size();
  }

  void greedily(double[] y, double[] action) {
    switch (space) {
      case ActionSpace.Choice choice -> action[0] = largest(y);
      case ActionSpace.Bounded bounded -> {
        for (int i = 0; i < action.length; i++) {
          action[i] = bounded.limit(i) * Math.clamp(y[i], -1, 1);
        }
      }
    }
  }

  /** The largest y; with this probability another choice, drawn by softmax(y). */
  int explored(double[] y, double epsilon, Chance chance) {
    return chance.uniform() < epsilon ? drawn(y, chance.uniform()) : largest(y);
  }

  void draw(double[] y, Chance chance, double[] action) {
    switch (space) {
      case ActionSpace.Choice choice -> action[0] = drawn(y, chance.uniform());
      case ActionSpace.Bounded bounded -> {
        for (int i = 0; i < action.length; i++) {
          double a = Math.clamp(y[i], -1, 1) + sigma * chance.normal();
          action[i] = bounded.limit(i) * Math.clamp(a, -1, 1);
        }
      }
    }
  }

  /** Fills the score of an action [output]. */
  void score(double[] y, double[] action, double[] score) {
    switch (space) {
      case ActionSpace.Choice choice -> {
        softmax(y);
        for (int i = 0; i < odds.length; i++) {
          score[i] = (i == (int) action[0] ? 1 : 0) - odds[i];
        }
      }
      case ActionSpace.Bounded bounded -> {
        for (int i = 0; i < score.length; i++) {
          double off = action[i] / bounded.limit(i) - Math.clamp(y[i], -1, 1);
          score[i] = off / (sigma * sigma);
        }
      }
    }
  }

  private static int largest(double[] y) {
    int best = 0;
    for (int i = 1; i < y.length; i++) {
      best = y[i] > y[best] ? i : best;
    }
    return best;
  }

  private int drawn(double[] y, double uniform) {
    softmax(y);
    double left = uniform;
    for (int i = 0; i < odds.length - 1; i++) {
      left -= odds[i];
      if (left < 0) {
        return i;
      }
    }
    return odds.length - 1;
  }

  private void softmax(double[] y) {
    softmax(y, odds);
  }

  static void softmax(double[] y, double[] odds) {
    double most = y[largest(y)];
    double sum = 0;
    for (int i = 0; i < odds.length; i++) {
      odds[i] = Elementary.exp(y[i] - most);
      sum += odds[i];
    }
    for (int i = 0; i < odds.length; i++) {
      odds[i] /= sum;
    }
  }
}
