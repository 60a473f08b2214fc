package io.olivo.deploy.wiring;

import io.olivo.controller.feedback.Feedback;
import io.olivo.controller.observe.Joint;
import io.olivo.controller.reference.Hold;
import io.olivo.controller.reference.Trajectory;
import io.olivo.controller.reward.FormulaReward;
import io.olivo.deploy.robot.RobotSpec;
import io.olivo.deploy.robot.SkillSpec;
import io.olivo.learning.FeatureMap.Kind;
import io.olivo.learning.Formulas;
import io.olivo.learning.Formulas.Input;
import java.util.List;

/** A reward that is collected; all of the command is learned. */
final class RewardWiring extends SkillWiring {
  private final SkillSpec.Reward reward;

  RewardWiring(RobotSpec robot, SkillSpec.Reward reward) {
    super(robot, reward.actuators());
    this.reward = reward;
  }

  @Override
  List<Joint> joints() {
    return List.of();
  }

  @Override
  Trajectory trajectory(Seeds seeds) {
    return new Hold();
  }

  @Override
  Feedback feedback() {
    try {
      Input formula = new Input(Kind.OTHER, reward.formula());
      return new FormulaReward(
          reward.actuators().size(), new Formulas(List.of(formula), frameNames(), List.of()));
    } catch (IllegalArgumentException e) {
      throw problem("skill.reward.of", String.valueOf(e.getMessage()));
    }
  }

  @Override
  List<Input> defaultInputs() {
    return robot.measured().stream().map(SkillWiring::scaled).toList();
  }

  /** gamma, so that a reward one horizon ahead counts 1/e. */
  double discount() {
    return Math.max(0, 1 - robot.loop().dtSeconds() / reward.horizonSeconds());
  }
}
