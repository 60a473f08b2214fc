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
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A reward that is collected; all of the command is learned. */
final class RewardWiring extends SkillWiring {
  private final SkillSpec.Reward reward;
  private @Nullable FormulaReward made; // the last one, which is the loop's

  RewardWiring(RobotSpec robot, SkillSpec.Reward reward) {
    super(robot, reward.actuators());
    this.reward = reward;
  }

  @Override
  List<Joint> joints() {
    return List.of();
  }

  @Override
  List<String> judged() {
    return List.of();
  }

  @Override
  Trajectory trajectory(Seeds seeds) {
    return new Hold();
  }

  @Override
  Feedback feedback() {
    List<Input> formulas = new ArrayList<>();
    formulas.add(checked("skill.reward.of", reward.formula()));
    reward.end().ifPresent(end -> formulas.add(checked("skill.reward.ends_when", end)));
    made =
        new FormulaReward(
            reward.actuators().size(), new Formulas(formulas, frameNames(), List.of()));
    return made;
  }

  private Input checked(String key, String formula) {
    Input input = new Input(Kind.OTHER, formula);
    try {
      new Formulas(List.of(input), frameNames(), List.of());
      return input;
    } catch (IllegalArgumentException e) {
      throw problem(key, String.valueOf(e.getMessage()));
    }
  }

  @Override
  boolean endsEpisodes() {
    return reward.end().isPresent();
  }

  @Override
  boolean isOver() {
    return made != null && made.isOver();
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
