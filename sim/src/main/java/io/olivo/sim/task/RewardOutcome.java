package io.olivo.sim.task;

import java.util.List;

/**
 * What one learner reached on one seed.
 *
 * @param seed of all that was drawn
 * @param checkpoints greedy evaluations while it learned, in their order
 * @param solvedAtSteps first checkpoint that passed 20 and then 100 greedy episodes [steps]; NaN
 *     when none did
 * @param last 100 greedy episodes after the last step
 * @param finalSuccess whether these solve the task
 * @param micros per step, task included, evaluation left out [us]
 * @param refused steps that the learner refused
 */
public record RewardOutcome(
    long seed,
    List<Checkpoint> checkpoints,
    double solvedAtSteps,
    Checkpoint last,
    boolean finalSuccess,
    double micros,
    long refused) {
  /** Keeps its own copy. */
  public RewardOutcome {
    checkpoints = List.copyOf(checkpoints);
  }

  /** Whether it was solved at some checkpoint. */
  public boolean isSolved() {
    return !Double.isNaN(solvedAtSteps);
  }

  /**
   * Some greedy episodes.
   *
   * @param step after how many steps of learning
   * @param meanReturn undiscounted
   * @param success share of the episodes, 0 to 1
   */
  public record Checkpoint(long step, double meanReturn, double success) {}
}
