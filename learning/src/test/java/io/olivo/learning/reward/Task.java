package io.olivo.learning.reward;

import io.olivo.learning.Teaching.Ending;

/** A task with a reward, in episodes. */
abstract class Task {
  /** What is observed now [input]; filled anew every step. */
  final double[] observation;

  private final int stepsOfEpisode;
  private int steps;

  Task(int inputs, int stepsOfEpisode) {
    observation = new double[inputs];
    this.stepsOfEpisode = stepsOfEpisode;
  }

  abstract ActionSpace actions();

  /** A new episode. */
  final void reset() {
    steps = 0;
    draw();
    observe();
  }

  /** One step; its reward. */
  final double step(double[] action) {
    steps++;
    double reward = move(action);
    observe();
    return reward;
  }

  final Ending ending() {
    if (isOver()) {
      return Ending.TERMINAL;
    }
    return steps < stepsOfEpisode ? Ending.NONE : Ending.TIME_LIMIT;
  }

  /** Lets a learner learn for some steps; it is in an episode already. */
  final void teach(RewardLearner learner, int forSteps) {
    double[] action = new double[learner.actions().size()];
    for (int t = 0; t < forSteps; t++) {
      learner.act(observation, action);
      double reward = step(action);
      learner.learn(action, reward, observation, ending());
      if (ending() != Ending.NONE) {
        reset();
        learner.begin(observation);
      }
    }
  }

  /** Mean return of what a learner deploys. */
  final double deployed(RewardLearner learner, int episodes) {
    double[] action = new double[learner.actions().size()];
    double sum = 0;
    for (int n = 0; n < episodes; n++) {
      reset();
      do {
        learner.actGreedily(observation, action);
        sum += step(action);
      } while (ending() == Ending.NONE);
    }
    return sum / episodes;
  }

  abstract void draw();

  abstract double move(double[] action);

  abstract boolean isOver();

  abstract void observe();
}
