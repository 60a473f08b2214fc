package io.olivo.sim.throwing;

import io.olivo.learning.HotPath;
import io.olivo.learning.Teaching.Ending;
import io.olivo.learning.reward.RewardLearner;

/** Chooses both torques by reward alone, fifty times a second. */
@HotPath
final class TorqueThrower implements Thrower {
  /** Both angles and rates, distance, time since the throw began. */
  static final int INPUTS = 6;

  private static final int HELD = 10; // ticks

  private final ThrowingArm arm;
  private final RewardLearner learner;
  private final double[] observation = new double[INPUTS];
  private final double[] torque = new double[2];

  TorqueThrower(ThrowingArm arm, RewardLearner learner) {
    this.arm = arm;
    this.learner = learner;
  }

  @Override
  public double at(double distance, boolean exploring) {
    arm.goHome();
    observe(distance, 0);
    if (exploring) {
      learner.begin(observation);
    }
    for (int tick = 0; tick < ThrowingArm.ticks(); tick += HELD) {
      act(exploring);
      for (int i = 0; i < HELD; i++) {
        arm.push(torque);
      }
      observe(distance, tick + HELD);
      if (exploring) {
        learn(distance, tick + HELD >= ThrowingArm.ticks());
      }
    }
    return arm.landing();
  }

  private void act(boolean exploring) {
    if (exploring) {
      learner.act(observation, torque);
    } else {
      learner.actGreedily(observation, torque);
    }
  }

  private void learn(double distance, boolean last) {
    double reward = last ? Throws.reward(distance, arm.landing()) : 0;
    learner.learn(torque, reward, observation, last ? Ending.TERMINAL : Ending.NONE);
  }

  private void observe(double distance, int tick) {
    System.arraycopy(arm.state(), 0, observation, 0, 4);
    observation[4] = distance;
    observation[5] = tick * ThrowingArm.DT;
  }
}
