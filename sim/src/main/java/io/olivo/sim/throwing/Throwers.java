package io.olivo.sim.throwing;

import io.olivo.controller.observe.DefaultInputs;
import io.olivo.controller.observe.Joint;
import io.olivo.learning.Chance;
import io.olivo.learning.Formulas;
import io.olivo.learning.Learner;
import io.olivo.learning.cerebellum.CerebellarConfig;
import io.olivo.learning.cerebellum.CerebellarConstants;
import io.olivo.learning.cerebellum.CerebellarLearner;
import io.olivo.learning.reward.ActionSpace;
import io.olivo.learning.reward.GranuleActorCritic;
import io.olivo.learning.reward.GranuleConfig;
import io.olivo.learning.reward.GranuleConstants;
import io.olivo.learning.reward.PathLearner;
import io.olivo.learning.reward.RewardLearner;
import io.olivo.learning.reward.peer.RandomActions;
import io.olivo.learning.textbook.NoLearner;
import io.olivo.sensors.Unit;
import java.util.List;
import java.util.OptionalInt;

/** Makes whoever throws. */
final class Throwers {
  private static final int GRANULES = 512;
  private static final double LARGEST_ANGLE = 6.5; // rad
  private static final double LARGEST_RATE = 20; // rad/s
  private static final List<Joint> JOINTS = List.of(joint("shoulder", 0), joint("elbow", 1));
  private static final ActionSpace PATH = new ActionSpace.Bounded(1, 1);

  private final ThrowSettings settings;
  private final Chance chance;

  /**
   * @param chance of wiring and exploration
   */
  Throwers(ThrowSettings settings, Chance chance) {
    this.settings = settings;
    this.chance = chance;
  }

  private static Joint joint(String name, int index) {
    return new Joint(name, Unit.RADIAN, index, 2 + index, LARGEST_ANGLE, LARGEST_RATE);
  }

  /** One who knows nothing yet. */
  Thrower of(Teachers who, ThrowingArm arm) {
    return switch (who) {
      case TORQUES -> new TorqueThrower(arm, torques());
      case NEITHER -> path(arm, new NoLearner(JOINTS.size()), engineer());
      case ERROR -> path(arm, cerebellum(), engineer());
      case REWARD -> path(arm, new NoLearner(JOINTS.size()), chooser(settings.path()));
      case BOTH -> path(arm, cerebellum(), chooser(settings.trackedPath()));
    };
  }

  private static Thrower path(ThrowingArm arm, Learner tracker, RewardLearner chooser) {
    return new PathThrower(arm, new PathLearner(tracker, chooser, PathThrower.INPUTS));
  }

  /** Leaves the path as the engineer made it. */
  private RewardLearner engineer() {
    return new RandomActions(PATH, new Chance(chance.bits()));
  }

  private RewardLearner chooser(GranuleConstants constants) {
    return new GranuleActorCritic(
        GranuleConfig.of(PathThrower.INPUTS, PATH, constants), new Chance(chance.bits()));
  }

  private RewardLearner torques() {
    ActionSpace limits = new ActionSpace.Bounded(ThrowingArm.LARGEST_TORQUE);
    return new GranuleActorCritic(
        GranuleConfig.of(TorqueThrower.INPUTS, limits, settings.torques()),
        new Chance(chance.bits()));
  }

  private Learner cerebellum() {
    Formulas inputs =
        new Formulas(
            DefaultInputs.of(JOINTS),
            List.of("shoulder.angle", "elbow.angle", "shoulder.velocity", "elbow.velocity"),
            DefaultInputs.desiredNames(JOINTS));
    return new CerebellarLearner(
        inputs,
        new CerebellarConfig(
            ThrowingArm.DT,
            ThrowingArm.LARGEST_TORQUE.clone(),
            GRANULES,
            OptionalInt.empty(),
            new double[0],
            chance.bits(),
            CerebellarConstants.STANDARD));
  }
}
