package io.olivo.learning.reward;

import io.olivo.learning.HotPath;

/**
 * TD(lambda) for a linear value of sparse units, replacing traces, with a bound that keeps one step
 * from correcting more than half of its own error.
 *
 * <pre>
 * delta = r + gamma V . phi' - V . phi          V . phi' = 0 at a terminal state only
 * step  = min(aC / G, bound / |z . (phi - gamma phi')|)
 * V     = V + step delta z
 * </pre>
 *
 * <p>Shapes: V, z, phi: units; phi as the list of winners. Units: r, V scaled reward. Source:
 * Sutton and Barto (2018), sec. 12.2; the bound after Dabney and Barto (2012), AAAI (largest step
 * that does not overshoot the present error), here half of it.
 */
@HotPath
final class TemporalDifferenceCritic {
  private double discount; // gamma
  private final double step; // aC / G
  private final double bound;

  TemporalDifferenceCritic(GranuleConstants constants) {
    discount = constants.discount();
    step = constants.criticRate() / constants.groups();
    bound = constants.criticBound();
  }

  /** Looks as far ahead as gamma says from now on. */
  void look(double gamma) {
    discount = gamma;
  }

  /** delta */
  double error(GranuleReadout readout, int[] now, double reward, int[] next, boolean terminal) {
    double following = terminal ? 0 : discount * readout.value(next);
    return reward + following - readout.value(now);
  }

  /** V follows; the units of now were already visited. */
  void learn(
      GranuleReadout readout, SparseTraces traces, double error, int[] next, boolean terminal) {
    double overlap = next.length - (terminal ? 0 : discount * traces.critic(next));
    double rate = Math.min(step, bound / Math.abs(overlap));
    traces.teachCritic(readout.value(), (float) (rate * error));
  }
}
