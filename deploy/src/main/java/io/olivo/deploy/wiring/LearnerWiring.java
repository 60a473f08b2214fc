package io.olivo.deploy.wiring;

import io.olivo.controller.observe.DefaultInputs;
import io.olivo.deploy.robot.LearnerSpec;
import io.olivo.deploy.robot.Problem;
import io.olivo.deploy.robot.RobotFileException;
import io.olivo.deploy.robot.RobotSpec;
import io.olivo.learning.FeatureMap;
import io.olivo.learning.FeatureMap.Kind;
import io.olivo.learning.Formulas;
import io.olivo.learning.Formulas.Input;
import io.olivo.learning.Learner;
import io.olivo.learning.cerebellum.CerebellarConfig;
import io.olivo.learning.cerebellum.CerebellarConstants;
import io.olivo.learning.cerebellum.CerebellarLearner;
import io.olivo.learning.textbook.FeedbackErrorLearner;
import io.olivo.learning.textbook.NoLearner;
import io.olivo.learning.textbook.PrescribedErrorSensitivity;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** Builds a learner on the inputs that the robot file names or implies. */
final class LearnerWiring {
  private static final int NEURONS = 1024; // of PES, as it was measured

  private final RobotSpec robot;
  private final SkillWiring skill;

  LearnerWiring(RobotSpec robot, SkillWiring skill) {
    this.robot = robot;
    this.skill = skill;
  }

  Learner build(Rule rule, Seeds seeds) {
    int outputs = skill.actuators().size();
    return switch (rule) {
      case NONE -> new NoLearner(outputs);
      case FEL ->
          new FeedbackErrorLearner(
              features(),
              outputs,
              granulesOfFel(),
              FeedbackErrorLearner.STANDARD_RATE,
              seeds.learner());
      case PES ->
          new PrescribedErrorSensitivity(
              features(),
              outputs,
              NEURONS,
              PrescribedErrorSensitivity.STANDARD_RATE,
              seeds.learner());
      case OLIVO -> new CerebellarLearner(features(), config(seeds));
    };
  }

  private int granulesOfFel() {
    return Math.max(1, robot.learner().granules());
  }

  private CerebellarConfig config(Seeds seeds) {
    try {
      return new CerebellarConfig(
          robot.loop().dtSeconds(),
          skill.actuators().stream().mapToDouble(spec -> spec.limits().learned()).toArray(),
          robot.learner().granules(),
          lagTicks(),
          inertia(),
          seeds.learner(),
          CerebellarConstants.STANDARD,
          robot.learner().climbingFibre(),
          robot.learner().climbingFibreHertz());
    } catch (IllegalArgumentException e) {
      throw skill.problem("skill.learner", String.valueOf(e.getMessage()));
    }
  }

  /** Empty when it is to be measured. */
  private OptionalInt lagTicks() {
    OptionalDouble seconds = robot.learner().lagSeconds();
    return seconds.isEmpty()
        ? OptionalInt.empty()
        : OptionalInt.of((int) Math.round(seconds.getAsDouble() / robot.loop().dtSeconds()));
  }

  /** Empty when it is to be measured. */
  private double[] inertia() {
    return robot.learner().inertia().orElse(List.of()).stream()
        .mapToDouble(Double::doubleValue)
        .toArray();
  }

  private FeatureMap features() {
    List<Input> inputs =
        robot
            .learner()
            .inputs()
            .map(list -> list.stream().map(f -> new Input(Kind.OTHER, f)).toList())
            .orElseGet(skill::defaultInputs);
    List<String> desired = DefaultInputs.desiredNames(skill.joints());
    checkEach(inputs, desired);
    return new Formulas(inputs, skill.frameNames(), desired);
  }

  /** All formulas that are wrong, each with its line. */
  private void checkEach(List<Input> inputs, List<String> desired) {
    List<Problem> problems = new ArrayList<>();
    for (int i = 0; i < inputs.size(); i++) {
      try {
        new Formulas(List.of(inputs.get(i)), skill.frameNames(), desired);
      } catch (IllegalArgumentException e) {
        problems.add(robot.problemAt(LearnerSpec.inputKey(i), String.valueOf(e.getMessage())));
      }
    }
    if (!problems.isEmpty()) {
      throw new RobotFileException(problems);
    }
  }
}
