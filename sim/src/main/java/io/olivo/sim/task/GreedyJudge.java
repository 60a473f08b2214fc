package io.olivo.sim.task;

import io.olivo.learning.Chance;
import io.olivo.learning.Teaching.Ending;
import io.olivo.learning.reward.RewardLearner;

/** Judges what a learner deploys, on a task of its own; the learner notices nothing. */
final class GreedyJudge {
  private final Task task;
  private final Chance chance;
  private final EpisodeScore score;
  private final AppliedAction action;
  private final double[] observation;

  /**
   * @param task only for this
   * @param chance only for this
   */
  GreedyJudge(Task task, Chance chance) {
    this.task = task;
    this.chance = chance;
    score = new EpisodeScore(task);
    action = new AppliedAction(task.actions());
    observation = new double[task.observations().size()];
  }

  Task task() {
    return task;
  }

  RewardOutcome.Checkpoint judge(RewardLearner learner, long step, int episodes) {
    double sum = 0;
    int successes = 0;
    for (int k = 0; k < episodes; k++) {
      episode(learner);
      sum += score.total();
      successes += task.isSuccess(score) ? 1 : 0;
    }
    return new RewardOutcome.Checkpoint(step, sum / episodes, successes / (double) episodes);
  }

  private void episode(RewardLearner learner) {
    task.reset(chance);
    score.begin();
    do {
      task.observe(observation);
      learner.actGreedily(observation, action.wanted());
      score.add(task.step(action.applied()));
    } while (task.ending() == Ending.NONE);
  }
}
