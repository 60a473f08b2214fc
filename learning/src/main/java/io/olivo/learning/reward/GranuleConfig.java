package io.olivo.learning.reward;

/**
 * What a granule actor-critic must know of its task.
 *
 * @param inputs numbers in an observation
 * @param actions what it may do
 * @param constants of the algorithm
 */
public record GranuleConfig(int inputs, ActionSpace actions, GranuleConstants constants) {
  /** Refuses what cannot work. */
  public GranuleConfig {
    if (inputs < 1) {
      throw new IllegalArgumentException(
          "a learner needs at least one input, got %d inputs".formatted(inputs));
    }
  }

  /** {@return a plain actor-critic} */
  public static GranuleConfig of(int inputs, ActionSpace actions, GranuleConstants constants) {
    return new GranuleConfig(inputs, actions, constants);
  }
}
