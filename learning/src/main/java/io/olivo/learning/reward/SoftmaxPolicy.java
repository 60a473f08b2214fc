package io.olivo.learning.reward;

import io.olivo.learning.Chance;
import io.olivo.learning.Elementary;
import io.olivo.learning.HotPath;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;
import java.util.Arrays;

/**
 * A choice: preferences are log odds.
 *
 * <pre>
 * p_i = exp(mu_i) / sum_j exp(mu_j),    i drawn with p_i;    xi_i = 1[i = applied] - p_i
 * </pre>
 *
 * <p>Shapes: mu, p, xi [choice]. Source: Sutton and Barto (2018), sec. 13.1 and 13.3 (softmax in
 * action preferences and its eligibility vector).
 */
@HotPath
final class SoftmaxPolicy implements Policy {
  private final double bound;
  private final Chance chance;
  private final double[] probability; // p of the last draw

  SoftmaxPolicy(ActionSpace.Choice actions, GranuleConstants constants, Chance chance) {
    bound = constants.choiceBound();
    this.chance = chance;
    probability = new double[actions.choices()];
  }

  @Override
  public int outputs() {
    return probability.length;
  }

  @Override
  public void explore(double[] preference, double[] action) {
    weigh(preference);
    double left = chance.uniform();
    int i = 0;
    while (i < probability.length - 1 && left > probability[i]) {
      left -= probability[i++];
    }
    action[0] = i;
  }

  private void weigh(double[] preference) {
    double most = preference[best(preference)];
    double sum = 0;
    for (int i = 0; i < probability.length; i++) {
      probability[i] = Elementary.exp(preference[i] - most);
      sum += probability[i];
    }
    for (int i = 0; i < probability.length; i++) {
      probability[i] /= sum;
    }
  }

  @Override
  public void choose(double[] preference, double[] action) {
    action[0] = best(preference);
  }

  private static int best(double[] preference) {
    int best = 0;
    for (int i = 1; i < preference.length; i++) {
      best = preference[i] > preference[best] ? i : best;
    }
    return best;
  }

  @Override
  public void factor(double[] applied, double[] factor) {
    int chosen = (int) applied[0];
    for (int i = 0; i < probability.length; i++) {
      factor[i] = (i == chosen ? 1 : 0) - probability[i];
    }
  }

  @Override
  public void code(double[] applied, double[] u) {
    Arrays.fill(u, 0);
    u[(int) applied[0]] = 1;
  }

  @Override
  public boolean isPossible(double[] applied) {
    return applied[0] >= 0 && applied[0] < probability.length;
  }

  @Override
  public double bound(int output) {
    return bound;
  }

  @Override
  public double beyond(int output, double preference) {
    return 0;
  }

  @Override
  public void restart() {
    // softmax has no noise to restart: its spread is what it prefers
  }

  @Override
  public void save(StateWriter out) {
    out.put("policy.probability", probability);
  }

  @Override
  public void load(StateReader in) {
    in.get("policy.probability", probability);
  }
}
