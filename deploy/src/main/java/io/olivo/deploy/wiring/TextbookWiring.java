package io.olivo.deploy.wiring;

import io.olivo.deploy.robot.ActuatorSpec;
import io.olivo.deploy.robot.RobotSpec;
import io.olivo.learning.Chance;
import io.olivo.learning.FeatureMap;
import io.olivo.learning.Learner;
import io.olivo.learning.cerebellum.ProductExpansion;
import io.olivo.learning.expansion.GranuleLayer;
import io.olivo.learning.expansion.Reservoir;
import io.olivo.learning.textbook.FeedbackErrorLearner;
import io.olivo.learning.textbook.ForceLearner;
import io.olivo.learning.textbook.IntegralAction;
import io.olivo.learning.textbook.LeastSquaresLearner;
import io.olivo.learning.textbook.NoLearner;
import io.olivo.learning.textbook.PrescribedErrorSensitivity;
import java.util.List;

/** Builds the textbook's learners, on the same inputs as the cerebellar one. */
final class TextbookWiring {
  private static final int NEURONS = 1024; // of PES, as it was measured
  private static final int RESERVOIR = 300; // units of FORCE, whose cost is their square

  private final RobotSpec robot;
  private final List<ActuatorSpec> actuators;

  TextbookWiring(RobotSpec robot, List<ActuatorSpec> actuators) {
    this.robot = robot;
    this.actuators = actuators;
  }

  Learner nothing() {
    return new NoLearner(outputs());
  }

  Learner integral(double rate) {
    return new IntegralAction(limits(), rate, dtSeconds());
  }

  Learner granuleFel(FeatureMap features, long seed) {
    int granules = Math.max(1, robot.learner().granules());
    return new FeedbackErrorLearner(
        features,
        new GranuleLayer(granules, features.size(), new Chance(seed)),
        outputs(),
        FeedbackErrorLearner.STANDARD_RATE);
  }

  Learner productFel(FeatureMap features) {
    return new FeedbackErrorLearner(
        features,
        new ProductExpansion(features.size()),
        outputs(),
        FeedbackErrorLearner.STANDARD_RATE);
  }

  Learner pes(FeatureMap features, long seed) {
    return new PrescribedErrorSensitivity(
        features, outputs(), NEURONS, PrescribedErrorSensitivity.STANDARD_RATE, seed);
  }

  Learner rls(FeatureMap features, double prior) {
    return new LeastSquaresLearner(
        features,
        new ProductExpansion(features.size()),
        outputs(),
        prior,
        LeastSquaresLearner.STANDARD_FORGETTING);
  }

  Learner force(FeatureMap features, long seed) {
    return new ForceLearner(
        features,
        new Reservoir(RESERVOIR, features.size(), outputs(), dtSeconds(), new Chance(seed)),
        limits(),
        ForceLearner.STANDARD_ALPHA);
  }

  private int outputs() {
    return actuators.size();
  }

  private double[] limits() {
    return actuators.stream().mapToDouble(spec -> spec.limits().learned()).toArray();
  }

  private double dtSeconds() {
    return robot.loop().dtSeconds();
  }
}
