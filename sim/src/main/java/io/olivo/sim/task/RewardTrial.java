package io.olivo.sim.task;

import io.olivo.learning.Chance;
import java.util.function.LongConsumer;

/**
 * A learner learns a task from its rewards and is judged by its greedy policy.
 *
 * <p>Solved at: the first checkpoint whose policy passes 20 evaluation episodes and then 100 more.
 * Success: the policy after the last step passes 100. Evaluation has episodes and random numbers of
 * its own; its steps are not counted.
 *
 * @param task its name
 * @param circumstances what happens to it
 * @param steps of learning
 * @param every steps between two checkpoints
 */
public record RewardTrial(String task, Circumstances circumstances, long steps, long every) {
  /** Checks the numbers. */
  public RewardTrial {
    if (every < 1 || steps < every) {
      throw new IllegalArgumentException(
          "checkpoints must lie at least one step apart and no more than all %d, got %d"
              .formatted(steps, every));
    }
    Task one = Tasks.named(task);
    task = one.name();
    for (TaskChange change : circumstances.changes()) {
      one.set(change.parameter(), change.value());
    }
  }

  /** The task as it is written. */
  public Task example() {
    return Tasks.named(task);
  }

  /**
   * Learns and judges.
   *
   * @param seed of everything that is drawn
   * @param done told the steps that were done since it was told last
   */
  public RewardOutcome run(RewardMaker maker, long seed, LongConsumer done) {
    return new RewardRun(this, maker, new Chance(seed)).run(seed, done);
  }
}
