package io.olivo.sim.task;

import java.util.List;

/**
 * How one learner got over all changes of its body, on one seed.
 *
 * @param seed of all that was drawn
 * @param recoveries in the order of the changes
 * @param micros per step, task included, tests left out [us]
 * @param refused steps that the learner refused
 */
public record ChangesOutcome(long seed, List<Recovery> recoveries, double micros, long refused) {
  /** Keeps its own copy. */
  public ChangesOutcome {
    recoveries = List.copyOf(recoveries);
  }
}
