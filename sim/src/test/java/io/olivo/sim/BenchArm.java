package io.olivo.sim;

import io.olivo.actuators.safety.ActuatorLimits;
import io.olivo.actuators.safety.SafetyEnvelope;
import io.olivo.controller.failsafe.FailsafeConfig;
import io.olivo.controller.failsafe.Surroundings;
import io.olivo.controller.feedback.PdFeedback;
import io.olivo.controller.loop.LoopParts;
import io.olivo.controller.observe.DefaultInputs;
import io.olivo.controller.observe.Joint;
import io.olivo.controller.observe.Observer;
import io.olivo.controller.reference.Reference;
import io.olivo.controller.reference.Trajectory;
import io.olivo.learning.FeatureMap;
import io.olivo.learning.Formulas;
import io.olivo.learning.Learner;
import io.olivo.learning.cerebellum.CerebellarConfig;
import io.olivo.learning.cerebellum.CerebellarConstants;
import io.olivo.learning.cerebellum.CerebellarLearner;
import io.olivo.sensors.Channel;
import io.olivo.sensors.Unit;
import io.olivo.sensors.filter.Derivative;
import io.olivo.sensors.filter.DerivedSensors;
import io.olivo.sim.io.Change;
import io.olivo.sim.io.Imperfection;
import io.olivo.sim.io.SimulatedRobot;
import io.olivo.sim.io.SimulatedSetup;
import io.olivo.sim.plant.Arm2;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** The bench arm put together by hand, for tests below the robot file. */
final class BenchArm {
  static final double DT = .002;
  static final double VELOCITY_TAU = DT * (1 / .45 - 1);
  static final List<Joint> JOINTS =
      List.of(
          new Joint("shoulder", Unit.RADIAN, 0, 2, 6.5, 20),
          new Joint("elbow", Unit.RADIAN, 1, 3, 6.5, 20));
  static final List<Channel> TORQUES =
      List.of(
          new Channel("shoulder.torque", Unit.NEWTON_METRE, -30, 30),
          new Channel("elbow.torque", Unit.NEWTON_METRE, -15, 15));

  private BenchArm() {}

  static FeatureMap features() {
    return new Formulas(DefaultInputs.of(JOINTS), List.of(), DefaultInputs.desiredNames(JOINTS));
  }

  static Learner olivo(int granules, long seed) {
    return new CerebellarLearner(
        features(),
        new CerebellarConfig(
            DT,
            new double[] {30, 15},
            granules,
            OptionalInt.empty(),
            new double[0],
            seed,
            CerebellarConstants.STANDARD));
  }

  static SimulatedRobot robot(Trajectory trajectory, long seed, List<Change> changes) {
    List<Channel> encoders =
        List.of(
            new Channel("shoulder.angle", Unit.RADIAN, -6.5, 6.5),
            new Channel("elbow.angle", Unit.RADIAN, -6.5, 6.5));
    Imperfection encoder = new Imperfection(2 * Math.PI / 8192, DT, 0);
    SimulatedSetup setup =
        new SimulatedSetup(
            DT,
            encoders,
            Map.of("shoulder.angle", encoder, "elbow.angle", encoder),
            TORQUES,
            changes);
    double[] pose = new double[2];
    trajectory.at(0, pose);
    return new SimulatedRobot(new Arm2(), setup, pose, seed);
  }

  static LoopParts parts(SimulatedRobot robot, Trajectory trajectory, Learner learner) {
    DerivedSensors sensors =
        new DerivedSensors(
            robot, List.of(velocity("shoulder.velocity", 0), velocity("elbow.velocity", 1)), DT);
    Observer observer = new Observer(6, 4, .02);
    SafetyEnvelope envelope =
        new SafetyEnvelope(
            List.of(
                new ActuatorLimits("shoulder.torque", -30, 30, 30, 20000, 0, .02),
                new ActuatorLimits("elbow.torque", -15, 15, 15, 10000, 0, .02)));
    List<Channel> frame = new ArrayList<>(sensors.channels());
    frame.addAll(TORQUES);
    return new LoopParts(
        sensors,
        observer,
        JOINTS,
        new Reference(trajectory, DT, 2.5, 1),
        new PdFeedback(
            new int[] {0, 1}, new int[] {2, 3}, new double[] {60, 30}, new double[] {4, 1.5}, 1, 3),
        learner,
        envelope,
        robot.actuators(),
        new Surroundings(frame, 2, JOINTS, observer, envelope, DT)
            .failsafes(FailsafeConfig.STANDARD));
  }

  private static DerivedSensors.Derived velocity(String name, int source) {
    return new DerivedSensors.Derived(
        new Channel(name, Unit.RADIAN_PER_SECOND, -20, 20),
        source,
        new Derivative(VELOCITY_TAU, DT));
  }
}
