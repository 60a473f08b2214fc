package io.olivo.learning.reward;

import java.util.Arrays;

/**
 * What a granule actor-critic must know of its task.
 *
 * @param inputs numbers in an observation
 * @param actions what it may do
 * @param constants of the algorithm
 * @param model whether it has a forward model; bounded actions only
 * @param bodies how many bodies it remembers; 1 learns on with whatever body there is
 * @param watchful whether less reward or larger errors than usual restart the held noise
 * @param ownHorizon whether it sets how far it looks ahead by itself, whatever the constants say
 */
public record GranuleConfig(
    int inputs,
    ActionSpace actions,
    GranuleConstants constants,
    ModelUse model,
    int bodies,
    boolean watchful,
    boolean ownHorizon) {
  /** Refuses what cannot work. */
  public GranuleConfig {
    require(inputs >= 1, "a learner needs at least one input, got " + inputs);
    require(
        !model.isUsed() || actions instanceof ActionSpace.Bounded,
        "a forward model commands bounded actions only; leave it out for a choice");
    require(bodies >= 1, "a learner has at least one body, got " + bodies);
    require(
        Arrays.stream(model.inputs()).allMatch(i -> i >= 0 && i < inputs),
        "the model's inputs must be in 0 .. %d, got %s"
            .formatted(inputs - 1, Arrays.toString(model.inputs())));
  }

  private static void require(boolean kept, String message) {
    if (!kept) {
      throw new IllegalArgumentException(message);
    }
  }

  /** {@return a plain actor-critic} */
  public static GranuleConfig of(int inputs, ActionSpace actions, GranuleConstants constants) {
    return new GranuleConfig(inputs, actions, constants, ModelUse.NONE, 1, false, false);
  }

  /** {@return the same with a forward model} */
  public GranuleConfig withModel(ModelUse use) {
    return new GranuleConfig(inputs, actions, constants, use, bodies, watchful, ownHorizon);
  }

  /** {@return the same that remembers bodies; it is recalled what was learned with them} */
  public GranuleConfig withBodies(int remembered) {
    return new GranuleConfig(inputs, actions, constants, model, remembered, watchful, ownHorizon);
  }

  /** {@return the same that explores as at the start when things get worse} */
  public GranuleConfig withWatch() {
    return new GranuleConfig(inputs, actions, constants, model, bodies, true, ownHorizon);
  }

  /** {@return the same that sets how far it looks ahead by terminal states} */
  public GranuleConfig withOwnHorizon() {
    return new GranuleConfig(inputs, actions, constants, model, bodies, watchful, true);
  }
}
