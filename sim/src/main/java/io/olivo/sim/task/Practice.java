package io.olivo.sim.task;

import io.olivo.learning.Chance;
import io.olivo.learning.HotPath;
import io.olivo.learning.Teaching.Ending;
import io.olivo.learning.reward.RewardLearner;

/** A learner at its task, step by step; whatever ends an episode begins the next. */
@HotPath
final class Practice {
  private final Task task;
  private final Chance beginnings;
  private final RewardLearner learner;
  private final AppliedAction action;
  private final double[] observation;
  private final double[] next;

  /**
   * @param beginnings draws where episodes begin, and only that
   */
  Practice(Task task, Chance beginnings, RewardLearner learner) {
    this.task = task;
    this.beginnings = beginnings;
    this.learner = learner;
    action = new AppliedAction(task.actions());
    observation = new double[task.observations().size()];
    next = new double[observation.length];
  }

  /** The first episode. */
  void begin() {
    task.reset(beginnings);
    task.observe(observation);
    learner.begin(observation);
  }

  void step() {
    learner.act(observation, action.wanted());
    double[] applied = action.applied();
    double reward = task.step(applied);
    task.observe(next);
    learner.learn(applied, reward, next, task.ending());
    if (task.ending() == Ending.NONE) {
      System.arraycopy(next, 0, observation, 0, next.length);
    } else {
      begin();
    }
  }
}
