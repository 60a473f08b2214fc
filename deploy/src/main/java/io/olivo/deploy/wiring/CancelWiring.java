package io.olivo.deploy.wiring;

import io.olivo.controller.feedback.Feedback;
import io.olivo.controller.feedback.GainFeedback;
import io.olivo.controller.observe.Joint;
import io.olivo.controller.reference.Hold;
import io.olivo.controller.reference.Trajectory;
import io.olivo.deploy.robot.Axis;
import io.olivo.deploy.robot.RobotSpec;
import io.olivo.deploy.robot.SkillSpec;
import io.olivo.learning.Formulas.Input;
import java.util.List;

/** Measured errors that are driven to zero, with a reflex that answers their cause. */
final class CancelWiring extends SkillWiring {
  private final List<Axis> axes;

  CancelWiring(RobotSpec robot, SkillSpec.Cancel cancel) {
    super(robot, cancel.axes().stream().map(Axis::actuator).toList());
    axes = cancel.axes();
  }

  @Override
  List<Joint> joints() {
    return List.of();
  }

  @Override
  List<String> judged() {
    return axes.stream().map(Axis::error).toList();
  }

  @Override
  Trajectory trajectory(Seeds seeds) {
    return new Hold();
  }

  @Override
  Feedback feedback() {
    return new GainFeedback(
        axes.stream().mapToInt(axis -> indexOf(axis.from())).toArray(),
        axes.stream().mapToDouble(Axis::gain).toArray(),
        axes.stream().mapToInt(axis -> indexOf(axis.error())).toArray());
  }

  /** Every measured channel but the errors, scaled by its range. */
  @Override
  List<Input> defaultInputs() {
    List<String> errors = axes.stream().map(Axis::error).toList();
    return robot.measured().stream()
        .filter(channel -> !errors.contains(channel.name()))
        .map(CancelWiring::scaled)
        .toList();
  }
}
