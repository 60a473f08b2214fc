package io.olivo.sim.throwing;

import io.olivo.learning.HotPath;
import io.olivo.learning.Teaching;
import io.olivo.learning.reward.PathLearner;

/**
 * Follows the path of a throw, by feedback and what the tracker has learned. The chooser changes
 * the engineer's amplitudes.
 *
 * <pre>
 * A_j = c(distance) A_usual,j (1 + .15 p_j)       p within +-1, chosen by the distance
 * </pre>
 */
@HotPath
final class PathThrower implements Thrower {
  /** Distance. */
  static final int INPUTS = 1;

  private static final double SHARE = .15;

  private final ThrowingArm arm;
  private final PathLearner learner;
  private final ThrowPlan plan = new ThrowPlan();
  private final Swing swing = new Swing();
  private final Teaching reward = new Teaching(2);
  private final double[] seen = new double[INPUTS];
  private final double[] path = new double[2];
  private final double[] desired = new double[6];
  private final double[] nothing = new double[2];

  PathThrower(ThrowingArm arm, PathLearner learner) {
    this.arm = arm;
    this.learner = learner;
  }

  /** Holds the arm at home until the tracker has measured it. */
  @Override
  public long prepare() {
    arm.goHome();
    long ticks = 0;
    for (; learner.identifying(); ticks++) {
      swing.at(0, desired);
      arm.follow(desired, learner);
    }
    return ticks;
  }

  @Override
  public double at(double distance, boolean exploring) {
    arm.goHome();
    learner.interrupt();
    choose(distance, exploring);
    for (int tick = 0; tick < ThrowingArm.ticks(); tick++) {
      swing.at(tick * ThrowingArm.DT, desired);
      arm.follow(desired, learner);
    }
    double landing = arm.landing();
    reward.clear();
    reward.tellReward(Throws.reward(distance, landing));
    learner.learn(reward, nothing);
    return landing;
  }

  private void choose(double distance, boolean exploring) {
    seen[0] = distance;
    if (exploring) {
      learner.choose(seen, path);
    } else {
      learner.chooseGreedily(seen, path);
    }
    double scale = plan.scale(distance);
    swing.set(
        scale * Swing.USUAL[0] * (1 + SHARE * path[0]),
        scale * Swing.USUAL[1] * (1 + SHARE * path[1]));
  }
}
