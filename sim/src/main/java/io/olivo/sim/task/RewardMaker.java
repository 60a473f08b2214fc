package io.olivo.sim.task;

import io.olivo.learning.Chance;
import io.olivo.learning.reward.RewardLearner;

/** Makes a learner for a task. */
@FunctionalInterface
public interface RewardMaker {
  /**
   * A new learner.
   *
   * @param task tells what is seen and what may be done
   * @param chance of its first weights and of what it explores
   */
  RewardLearner learner(Task task, Chance chance);
}
