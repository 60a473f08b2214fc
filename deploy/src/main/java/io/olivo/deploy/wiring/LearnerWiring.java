package io.olivo.deploy.wiring;

import io.olivo.controller.observe.DefaultInputs;
import io.olivo.deploy.robot.LearnerSpec;
import io.olivo.deploy.robot.NetShape;
import io.olivo.deploy.robot.Problem;
import io.olivo.deploy.robot.RobotFileException;
import io.olivo.deploy.robot.RobotSpec;
import io.olivo.learning.Chance;
import io.olivo.learning.FeatureMap;
import io.olivo.learning.FeatureMap.Kind;
import io.olivo.learning.Formulas;
import io.olivo.learning.Formulas.Input;
import io.olivo.learning.Learner;
import io.olivo.learning.cerebellum.CerebellarConfig;
import io.olivo.learning.cerebellum.CerebellarConstants;
import io.olivo.learning.cerebellum.CerebellarLearner;
import io.olivo.learning.cerebellum.CerebellarParts;
import io.olivo.learning.credit.CreditRules;
import io.olivo.learning.motor.NetConfig;
import io.olivo.learning.motor.NetLearner;
import io.olivo.learning.olive.OliveConfig;
import io.olivo.learning.reward.ActionSpace;
import io.olivo.learning.reward.GranuleActorCritic;
import io.olivo.learning.reward.GranuleConfig;
import io.olivo.learning.reward.GranuleConstants;
import io.olivo.learning.reward.RewardDriven;
import io.olivo.learning.textbook.IntegralAction;
import io.olivo.learning.textbook.LeastSquaresLearner;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** Builds a learner on the inputs that the robot file names or implies. */
final class LearnerWiring {
  private final RobotSpec robot;
  private final SkillWiring skill;
  private final double inertiaScale;

  LearnerWiring(RobotSpec robot, SkillWiring skill, double inertiaScale) {
    this.robot = robot;
    this.skill = skill;
    this.inertiaScale = inertiaScale;
  }

  /**
   * A learner of this rule.
   *
   * @throws RobotFileException when the rule must know a plant and there is none to be known
   */
  Learner build(Rule rule, Seeds seeds) {
    boolean rewarded = skill instanceof RewardWiring;
    if (rewarded && rule != Rule.ACTOR_CRITIC && rule != Rule.PD) {
      throw skill.problem(
          "skill.learner", "learns from an error, but there is a reward; write rule: actor-critic");
    }
    TextbookWiring textbook = new TextbookWiring(robot, skill.actuators());
    return switch (rule) {
      case OLIVO -> new CerebellarLearner(features(), config(seeds));
      case FEL -> textbook.granuleFel(features(), seeds.learner());
      case FEL_PRODUCTS -> textbook.productFel(features());
      case PES -> textbook.pes(features(), seeds.learner());
      case RLS -> textbook.rls(features(), LeastSquaresLearner.STANDARD_PRIOR);
      case RLS_CAUTIOUS -> textbook.rls(features(), LeastSquaresLearner.CAUTIOUS_PRIOR);
      case FORCE -> textbook.force(features(), seeds.learner());
      case ACTOR_CRITIC -> actorCritic(seeds);
      case PD -> textbook.nothing();
      case PID -> textbook.integral(IntegralAction.STANDARD_RATE);
      case PID_FAST -> textbook.integral(IntegralAction.FAST_RATE);
      case NET_FA, NET_DFA, NET_USF, NET_KP, NET_WM, NET_BP, NET_NP, NET_DNP, NET_LAST ->
          net(rule, seeds);
      case MODEL, SLOTINE, SLOTINE_MEASURED ->
          throw skill.problem(
              "skill.learner",
              "%s knows the equations of a simulated plant: only \"olivo bench\" can run it"
                  .formatted(rule));
    };
  }

  private Learner actorCritic(Seeds seeds) {
    if (!(skill instanceof RewardWiring rewarded)) {
      throw skill.problem(
          "skill.learner", "learns from reward, but there is none; give skill.reward");
    }
    FeatureMap features = features();
    GranuleConstants constants = GranuleConstants.U98.withDiscount(rewarded.discount());
    return new RewardDriven(
        features,
        new GranuleActorCritic(
            GranuleConfig.of(features.size(), new ActionSpace.Bounded(limits()), constants),
            new Chance(seeds.learner())));
  }

  private Learner net(Rule rule, Seeds seeds) {
    NetShape net = robot.learner().net();
    try {
      OliveConfig olive =
          new OliveConfig(robot.loop().dtSeconds(), limits(), lagTicks(), inertia(), inertiaScale);
      CreditRules credit = CreditRules.of(rule.credit());
      return new NetLearner(
          features(), new NetConfig(olive, net.hidden(), net.replay(), seeds.learner(), credit));
    } catch (IllegalArgumentException e) {
      throw skill.problem("skill.learner", String.valueOf(e.getMessage()));
    }
  }

  private double[] limits() {
    return skill.actuators().stream().mapToDouble(spec -> spec.limits().learned()).toArray();
  }

  /** The parts of a cerebellar learner, for measuring them. */
  CerebellarParts parts(Seeds seeds, double[][] state, double[][] desired) {
    return new CerebellarParts(features(), config(seeds), state, desired);
  }

  private CerebellarConfig config(Seeds seeds) {
    try {
      return new CerebellarConfig(
              robot.loop().dtSeconds(),
              limits(),
              robot.learner().granules(),
              lagTicks(),
              inertia(),
              seeds.learner(),
              CerebellarConstants.STANDARD)
          .withClimbingFibre(robot.learner().climbingFibre(), robot.learner().climbingFibreHertz())
          .withInertiaScale(inertiaScale);
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
