package io.olivo.learning.reward;

import io.olivo.learning.Chance;
import io.olivo.learning.HotPath;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;

/**
 * Bounded actions: a preference is the mean of an action.
 *
 * <pre>
 * mu = clamp(preference, +-limit);   a = clamp(mu + sigma limit s, +-limit)
 * xi = applied - mu                                     s: {@link HeldNoise}
 * </pre>
 *
 * <p>Shapes: all [action]. Units: the action's. Source: Williams (1992), Machine Learning 8:229
 * (the Gaussian unit; its variance is left out of xi: the step size absorbs it).
 */
@HotPath
final class BoundedPolicy implements Policy {
  private final double[] limit;
  private final double sigma;
  private final double boundShare; // of sigma limit
  private final HeldNoise noise;
  private final double[] draw; // s
  private final double[] mean; // mu of the last draw

  BoundedPolicy(ActionSpace.Bounded actions, GranuleConstants constants, Chance chance) {
    limit = actions.limits().clone();
    sigma = constants.noise();
    boundShare = constants.actorBound();
    noise = new HeldNoise(limit.length, constants.newNoise(), constants.annealing(), chance);
    draw = new double[limit.length];
    mean = new double[limit.length];
  }

  @Override
  public int outputs() {
    return limit.length;
  }

  @Override
  public void explore(double[] preference, double[] action) {
    noise.fill(draw);
    choose(preference, mean);
    for (int i = 0; i < limit.length; i++) {
      action[i] = Math.clamp(mean[i] + sigma * limit[i] * draw[i], -limit[i], limit[i]);
    }
  }

  @Override
  public void choose(double[] preference, double[] action) {
    for (int i = 0; i < limit.length; i++) {
      action[i] = Math.clamp(preference[i], -limit[i], limit[i]);
    }
  }

  @Override
  public void factor(double[] applied, double[] factor) {
    for (int i = 0; i < limit.length; i++) {
      factor[i] = applied[i] - mean[i];
    }
  }

  @Override
  public void code(double[] applied, double[] u) {
    for (int i = 0; i < limit.length; i++) {
      u[i] = Math.clamp(applied[i] / limit[i], -1, 1);
    }
  }

  @Override
  public boolean isPossible(double[] applied) {
    return true;
  }

  @Override
  public double bound(int output) {
    return boundShare * sigma * limit[output];
  }

  @Override
  public double beyond(int output, double preference) {
    return preference - Math.clamp(preference, -limit[output], limit[output]);
  }

  @Override
  public void restart() {
    noise.restart();
  }

  @Override
  public void save(StateWriter out) {
    noise.save(out);
    out.put("policy.mean", mean);
  }

  @Override
  public void load(StateReader in) {
    noise.load(in);
    in.get("policy.mean", mean);
  }
}
