package io.olivo.deploy.wiring;

import io.olivo.controller.observe.Joint;
import io.olivo.deploy.installation.DesktopOnly;
import io.olivo.deploy.robot.RobotFileException;
import io.olivo.deploy.robot.SkillSpec;
import io.olivo.learning.Learner;
import io.olivo.sim.model.ComputedTorque;
import io.olivo.sim.model.SlotineLi;
import io.olivo.sim.plant.Arm2;
import io.olivo.sim.plant.InverseDynamics;
import io.olivo.sim.plant.Plant;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Builds what is told the simulated plant's equations. */
@DesktopOnly
final class ModelWiring {
  private final SkillWiring skill;
  private final Plant plant;

  ModelWiring(SkillWiring skill, Plant plant) {
    this.skill = skill;
    this.plant = plant;
  }

  /**
   * A learner that knows the plant.
   *
   * @throws RobotFileException when it does not know this one
   */
  Learner build(Rule rule) {
    checkOrder(rule);
    return rule == Rule.MODEL ? computedTorque() : slotineLi(rule);
  }

  /** Equations count the actuators in the plant's order. */
  private void checkOrder(Rule rule) {
    List<String> actuators = skill.actuators().stream().map(spec -> spec.channel().name()).toList();
    if (!actuators.equals(plant.inputs())) {
      throw refuse(
          "the learner %s needs the skill to drive %s in this order, it drives %s"
              .formatted(rule, String.join(", ", plant.inputs()), String.join(", ", actuators)));
    }
  }

  private Learner computedTorque() {
    if (!(plant instanceof InverseDynamics inverse)) {
      throw refuse(
          "nobody knows the inverse of the plant %s; choose another learner, or implement %s"
              .formatted(plant.name(), InverseDynamics.class.getSimpleName()));
    }
    return new ComputedTorque(
        inverse,
        plant.inputs().size(),
        skill.robot.skill() instanceof SkillSpec.Cancel ? skill.feedback() : null);
  }

  private Learner slotineLi(Rule rule) {
    if (!(plant instanceof Arm2) || !(skill.robot.skill() instanceof SkillSpec.Track track)) {
      throw refuse(
          "the learner %s knows the equation of arm2 only, this plant is %s; choose model or olivo"
              .formatted(rule, plant.name()));
    }
    double dt = skill.robot.loop().dtSeconds();
    if (rule == Rule.SLOTINE) {
      return SlotineLi.onDesired(SlotineLi.DESIRED_GAIN, dt);
    }
    return SlotineLi.onMeasured(
        skill.joints().stream().mapToInt(Joint::positionChannel).toArray(),
        skill.joints().stream().mapToInt(Joint::velocityChannel).toArray(),
        perJoint(track, io.olivo.deploy.robot.Joint::kp),
        perJoint(track, io.olivo.deploy.robot.Joint::kd),
        SlotineLi.MEASURED_GAIN,
        dt);
  }

  private static double[] perJoint(
      SkillSpec.Track track, ToDoubleFunction<io.olivo.deploy.robot.Joint> value) {
    return track.joints().stream().mapToDouble(value).toArray();
  }

  private RobotFileException refuse(String message) {
    return skill.problem("sim.plant", message);
  }
}
