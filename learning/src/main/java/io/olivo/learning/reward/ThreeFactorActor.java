package io.olivo.learning.reward;

import io.olivo.learning.HotPath;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;

/**
 * Three-factor rule: a synapse changes by presynaptic activity times what its output did beyond its
 * mean, kept in a trace, times a broadcast reward-prediction error.
 *
 * <pre>
 * m  = m + beta (delta^2 - m);   d = clip(delta / sqrt(m), +-clip)
 * k  = haste aA / G;   k |d| |e_o . phi| is at most the policy's bound
 * W_o = W_o + k d e_o
 * mu_o beyond the limits:  W_o = W_o + (pull / G) (clamp(mu_o) - mu_o) phi
 * </pre>
 *
 * <p>Shapes: W, e [output][unit]; phi as the list of winners. Units: d 1, W and mu the action's.
 * Source: Williams (1992), Machine Learning 8:229 (the factor); Barto, Sutton and Anderson (1983),
 * IEEE SMC 13:834 (actor and critic with traces); Fremaux and Gerstner (2016), Front Neural
 * Circuits 9:85 (three factors). Normalising delta, the bound and the pull are ours.
 */
@HotPath
final class ThreeFactorActor {
  private static final double LEAST_SQUARE = 1e-8; // of an error

  private final double rate; // aA / G
  private final double pull; // of the mean back into the limits, / G
  private final double squareRate; // beta
  private final double clip;
  private double square = 1; // m

  ThreeFactorActor(GranuleConstants constants) {
    rate = constants.actorRate() / constants.groups();
    pull = constants.pull() / constants.groups();
    squareRate = constants.errorRate();
    clip = constants.errorClip();
  }

  /**
   * W follows; the units of now were already visited.
   *
   * @param haste times the usual rate
   */
  void learn(
      GranuleReadout readout,
      SparseTraces traces,
      double error,
      int[] now,
      double[] preference,
      Policy policy,
      double haste) {
    double k = haste * rate;
    square += squareRate * (error * error - square);
    double d = Math.clamp(error / Math.sqrt(square + LEAST_SQUARE), -clip, clip);
    for (int o = 0; o < preference.length; o++) {
      double beyond = policy.beyond(o, preference[o]);
      if (beyond != 0) {
        Floats.add(readout.weight(o), now, (float) (-pull * beyond));
      }
      double change = k * Math.abs(d) * Math.abs(traces.actor(o, now));
      double bounded = change > policy.bound(o) ? k * policy.bound(o) / change : k;
      traces.teachActor(o, readout.weight(o), (float) (bounded * d));
    }
  }

  /** sqrt(m): the usual size of delta [scaled reward]. */
  double usualError() {
    return Math.sqrt(square);
  }

  void save(StateWriter out) {
    out.put("actor.square", square);
  }

  void load(StateReader in) {
    square = in.getDouble("actor.square");
  }
}
