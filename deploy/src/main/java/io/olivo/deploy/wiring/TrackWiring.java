package io.olivo.deploy.wiring;

import io.olivo.controller.feedback.Feedback;
import io.olivo.controller.feedback.PdFeedback;
import io.olivo.controller.feedback.PlusFeedback;
import io.olivo.controller.observe.DefaultInputs;
import io.olivo.controller.observe.Joint;
import io.olivo.controller.reference.CsvTrajectory;
import io.olivo.controller.reference.Figure8;
import io.olivo.controller.reference.Hold;
import io.olivo.controller.reference.Mixed;
import io.olivo.controller.reference.Reach;
import io.olivo.controller.reference.Sines;
import io.olivo.controller.reference.Trajectory;
import io.olivo.deploy.robot.DerivedSpec;
import io.olivo.deploy.robot.ReferenceSpec;
import io.olivo.deploy.robot.RobotSpec;
import io.olivo.deploy.robot.SkillSpec;
import io.olivo.learning.Chance;
import io.olivo.learning.FeatureMap.Kind;
import io.olivo.learning.Formulas;
import io.olivo.learning.Formulas.Input;
import io.olivo.sensors.Channel;
import io.olivo.sensors.filter.Derivative;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Joints that follow a path, held by delay-aligned PD. */
final class TrackWiring extends SkillWiring {
  private final SkillSpec.Track track;

  TrackWiring(RobotSpec robot, SkillSpec.Track track) {
    super(robot, track.joints().stream().map(io.olivo.deploy.robot.Joint::actuator).toList());
    this.track = track;
  }

  @Override
  List<Joint> joints() {
    return track.joints().stream().map(this::joint).toList();
  }

  private Joint joint(io.olivo.deploy.robot.Joint spec) {
    Channel position = channel(spec.position());
    Channel velocity = channel(spec.velocity());
    return new Joint(
        spec.name(),
        position.unit(),
        indexOf(spec.position()),
        indexOf(spec.velocity()),
        largest(position),
        largest(velocity));
  }

  private static double largest(Channel channel) {
    return Math.max(Math.abs(channel.min()), Math.abs(channel.max()));
  }

  @Override
  List<String> judged() {
    return track.joints().stream().map(io.olivo.deploy.robot.Joint::position).toList();
  }

  @Override
  Trajectory trajectory(Seeds seeds) {
    Trajectory trajectory =
        switch (track.reference()) {
          case ReferenceSpec.Made made -> made(made.shape(), new Chance(seeds.trajectory()));
          case ReferenceSpec.Recorded recorded -> recorded(recorded);
        };
    if (trajectory.joints() != track.joints().size()) {
      throw problem(
          "skill.track.reference",
          "this reference moves %d joints, the skill has %d; use sines, hold or a CSV file"
              .formatted(trajectory.joints(), track.joints().size()));
    }
    return trajectory;
  }

  @Override
  Trajectory trajectory(ReferenceSpec.Shape shape, Seeds seeds) {
    Trajectory trajectory = made(shape, new Chance(seeds.trajectory()));
    if (trajectory.joints() != track.joints().size()) {
      throw new IllegalArgumentException(
          "it moves %d joints, this skill has %d"
              .formatted(trajectory.joints(), track.joints().size()));
    }
    return trajectory;
  }

  private Trajectory made(ReferenceSpec.Shape shape, Chance chance) {
    return switch (shape) {
      case FIGURE8 -> new Figure8();
      case REACH -> new Reach(chance);
      case NOISE -> Sines.ofBenchArm(chance);
      case MIXED -> new Mixed(List.of(new Figure8(), new Reach(chance), Sines.ofBenchArm(chance)));
      case SINES -> Sines.ofBenchCart(track.joints().size(), chance);
      case HOLD -> new Hold(new double[track.joints().size()]);
    };
  }

  private Trajectory recorded(ReferenceSpec.Recorded recorded) {
    try {
      return CsvTrajectory.read(recorded.file(), track.joints().size());
    } catch (IllegalArgumentException e) {
      throw problem("skill.track.reference", String.valueOf(e.getMessage()));
    }
  }

  @Override
  Feedback feedback() {
    return track.plus().isEmpty() ? pd() : new PlusFeedback(pd(), plus());
  }

  private Formulas plus() {
    List<Input> formulas =
        track.plus().stream().map(formula -> new Input(Kind.OTHER, formula)).toList();
    try {
      return new Formulas(formulas, frameNames(), DefaultInputs.desiredNames(joints()));
    } catch (IllegalArgumentException e) {
      throw problem("skill.feedback.plus", String.valueOf(e.getMessage()));
    }
  }

  private Feedback pd() {
    return new PdFeedback(
        joints().stream().mapToInt(Joint::positionChannel).toArray(),
        joints().stream().mapToInt(Joint::velocityChannel).toArray(),
        perJoint(io.olivo.deploy.robot.Joint::kp),
        perJoint(io.olivo.deploy.robot.Joint::kd),
        positionAge(),
        velocityAge());
  }

  private double[] perJoint(ToDoubleFunction<io.olivo.deploy.robot.Joint> value) {
    return track.joints().stream().mapToDouble(value).toArray();
  }

  private int positionAge() {
    return ticks(robot.learner().sensorDelaySeconds());
  }

  /** A derived velocity is later than the position by the lag of its filter. */
  private int velocityAge() {
    int[] ages =
        track.joints().stream()
            .mapToInt(joint -> ticks(lag(joint.velocity())))
            .distinct()
            .toArray();
    if (ages.length > 1) {
      throw problem("skill.track.joints", "give all velocities the same cutoff or tau");
    }
    return positionAge() + ages[0];
  }

  private double lag(String velocity) {
    return robot.derived().stream()
        .filter(spec -> spec.channel().name().equals(velocity))
        .mapToDouble(this::lag)
        .findFirst()
        .orElse(0);
  }

  private double lag(DerivedSpec spec) {
    return Derivative.lagSeconds(spec.tauSeconds(), robot.loop().dtSeconds());
  }

  private int ticks(double seconds) {
    return (int) Math.round(seconds / robot.loop().dtSeconds());
  }

  @Override
  List<Input> defaultInputs() {
    return DefaultInputs.of(joints());
  }
}
