package io.olivo.learning.motor;

import io.olivo.learning.credit.CreditRules;
import io.olivo.learning.olive.OliveConfig;
import java.util.List;

/**
 * What a net that drives a robot must know.
 *
 * @param robot tick, limits and, where they need not be measured, lag and inertia
 * @param hidden width of each hidden layer, at least one
 * @param replay how many pairs are kept to be learned again, 0 for none
 * @param seed of weights, replay and dither
 * @param rule how its synapses are told what to change
 */
public record NetConfig(
    OliveConfig robot, List<Integer> hidden, int replay, long seed, CreditRules rule) {
  /** Keeps its own copy, and refuses what cannot work. */
  public NetConfig {
    hidden = List.copyOf(hidden);
    require(!hidden.isEmpty(), "learner.hidden needs at least one layer, for example [64, 64]");
    require(
        hidden.stream().allMatch(width -> width >= 1),
        "every layer of learner.hidden needs at least one unit, got " + hidden);
    require(replay >= 0, "learner.replay must be 0 or more, got " + replay);
  }

  private static void require(boolean kept, String message) {
    if (!kept) {
      throw new IllegalArgumentException(message);
    }
  }
}
