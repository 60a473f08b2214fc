package io.olivo.deploy.wiring;

import io.olivo.controller.feedback.Feedback;
import io.olivo.controller.observe.Joint;
import io.olivo.controller.reference.Trajectory;
import io.olivo.deploy.robot.ActuatorSpec;
import io.olivo.deploy.robot.ReferenceSpec;
import io.olivo.deploy.robot.RobotFileException;
import io.olivo.deploy.robot.RobotSpec;
import io.olivo.deploy.robot.SkillSpec;
import io.olivo.learning.FeatureMap.Kind;
import io.olivo.learning.Formulas.Input;
import io.olivo.sensors.Channel;
import java.util.ArrayList;
import java.util.List;

/** The parts that depend on what the robot shall do. */
abstract class SkillWiring {
  final RobotSpec robot;
  private final List<ActuatorSpec> actuators; // in the order of the skill's outputs

  SkillWiring(RobotSpec robot, List<String> driven) {
    this.robot = robot;
    actuators = driven.stream().map(this::actuator).toList();
    for (ActuatorSpec spec : robot.actuators()) {
      if (!driven.contains(spec.channel().name())) {
        throw problem(
            "actuators." + spec.channel().name(),
            "the skill does not drive it; name it in the skill or remove it");
      }
    }
  }

  static SkillWiring of(RobotSpec robot) {
    return switch (robot.skill()) {
      case SkillSpec.Track track -> new TrackWiring(robot, track);
      case SkillSpec.Cancel cancel -> new CancelWiring(robot, cancel);
      case SkillSpec.Reward reward -> new RewardWiring(robot, reward);
    };
  }

  private ActuatorSpec actuator(String name) {
    return robot.actuators().stream()
        .filter(spec -> spec.channel().name().equals(name))
        .findFirst()
        .orElseThrow(() -> problem("skill", "there is no actuator " + name));
  }

  /** In the order of the command. */
  List<ActuatorSpec> actuators() {
    return actuators;
  }

  /** What the reference moves; empty when there is none. */
  abstract List<Joint> joints();

  abstract Trajectory trajectory(Seeds seeds);

  /**
   * One that Olivo makes itself, in place of the robot file's.
   *
   * @throws IllegalArgumentException when this skill can't follow it
   */
  Trajectory trajectory(ReferenceSpec.Shape shape, Seeds seeds) {
    throw new IllegalArgumentException("this robot's skill follows no path");
  }

  abstract Feedback feedback();

  /** Names of the measured channels that say how well it goes, in the order of the truth. */
  abstract List<String> judged();

  /** Whether the skill can end an episode for good. */
  boolean endsEpisodes() {
    return false;
  }

  /** Whether it just did. */
  boolean isOver() {
    return false;
  }

  /** The learner's inputs when the robot file names none. */
  abstract List<Input> defaultInputs();

  /** Names of the frame's channels: raw, derived, then what each actuator last applied. */
  List<String> frameNames() {
    List<String> names = new ArrayList<>();
    robot.measured().forEach(channel -> names.add(channel.name()));
    actuators.forEach(spec -> names.add(spec.channel().name()));
    return names;
  }

  /** A channel and its place in the frame. */
  int indexOf(String channel) {
    return frameNames().indexOf(channel);
  }

  /** A channel over the larger end of its range. */
  static Input scaled(Channel channel) {
    double largest = Math.max(Math.abs(channel.min()), Math.abs(channel.max()));
    return new Input(Kind.OTHER, channel.name() + "/" + largest);
  }

  Channel channel(String name) {
    return robot.measured().get(indexOf(name));
  }

  RobotFileException problem(String key, String message) {
    return new RobotFileException(List.of(robot.problemAt(key, message)));
  }
}
