package io.olivo.learning.reward;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.olivo.learning.Teaching.Ending;
import io.olivo.learning.snapshot.StateWriter;

/** Two learners that must be the same one. */
final class Twins {
  private Twins() {}

  static StateWriter saved(RewardLearner learner) {
    StateWriter out = new StateWriter("granule");
    learner.save(out);
    return out;
  }

  /** Both act and learn in one task and must not part; episodes of 50 steps. */
  static void liveAlike(Task task, RewardLearner one, RewardLearner other, int steps) {
    double[] action = new double[task.actions().size()];
    double[] same = new double[action.length];
    for (int t = 0; t < steps; t++) {
      one.act(task.observation, action);
      other.act(task.observation, same);
      assertArrayEquals(action, same);
      double reward = task.step(action);
      Ending ending = t % 50 == 49 ? Ending.TIME_LIMIT : Ending.NONE;
      one.learn(action, reward, task.observation, ending);
      other.learn(action, reward, task.observation, ending);
    }
    assertEquals(saved(one).digest(), saved(other).digest());
  }
}
