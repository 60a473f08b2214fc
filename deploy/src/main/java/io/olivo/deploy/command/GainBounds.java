package io.olivo.deploy.command;

import io.olivo.controller.wire.Instruction.Tune;
import io.olivo.controller.wire.Reason;
import io.olivo.deploy.robot.Axis;
import io.olivo.deploy.robot.Joint;
import io.olivo.deploy.robot.RobotSpec;
import io.olivo.deploy.robot.SkillSpec;
import java.util.ArrayList;
import java.util.List;

/**
 * Which gains a command may set: from nothing to four times those of the robot file. A person chose
 * these knowing the robot; a slip of a digit must not make it shake.
 */
final class GainBounds {
  private static final double MOST = 4;

  private record Gains(String name, double kp, double kd) {}

  private final List<Gains> outputs = new ArrayList<>();

  GainBounds(RobotSpec robot) {
    switch (robot.skill()) {
      case SkillSpec.Track track -> track.joints().forEach(this::add);
      case SkillSpec.Cancel cancel -> cancel.axes().forEach(this::add);
      case SkillSpec.Reward _ -> {}
    }
  }

  private void add(Joint joint) {
    outputs.add(new Gains(joint.name(), joint.kp(), joint.kd()));
  }

  /** A reflex is named by what it drives, and its gain may be negative in the robot file. */
  private void add(Axis axis) {
    outputs.add(new Gains(axis.actuator(), axis.gain(), 0));
  }

  /**
   * Which output is meant.
   *
   * @throws RefusedException when there is none, or the gains are out of bounds
   */
  int output(Tune tune) throws RefusedException {
    for (int i = 0; i < outputs.size(); i++) {
      if (outputs.get(i).name().equals(tune.joint())) {
        require("kp", tune.kp(), outputs.get(i).kp());
        require("kd", tune.kd(), outputs.get(i).kd());
        return i;
      }
    }
    throw new RefusedException(
        Reason.BAD_VALUE,
        "there are no gains of \"%s\"; known are %s"
            .formatted(tune.joint(), outputs.stream().map(Gains::name).toList()));
  }

  private static void require(String what, double value, double usual) throws RefusedException {
    if (value > MOST * Math.abs(usual)) {
      throw new RefusedException(
          Reason.BAD_VALUE,
          "%s may be 0 to %s, four times that of the robot file, got %s"
              .formatted(what, MOST * Math.abs(usual), value));
    }
  }

  /** The gain with the sign that it has in the robot file. */
  double signed(int output, double kp) {
    return outputs.get(output).kp() < 0 ? -kp : kp;
  }
}
