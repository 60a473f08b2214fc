package io.olivo.controller.loop;

import io.olivo.actuators.ActuatorIo;
import io.olivo.actuators.safety.SafetyEnvelope;
import io.olivo.controller.failsafe.Failsafes;
import io.olivo.controller.feedback.Feedback;
import io.olivo.controller.observe.Joint;
import io.olivo.controller.observe.Observer;
import io.olivo.controller.reference.Reference;
import io.olivo.controller.telemetry.Tick;
import io.olivo.learning.Learner;
import io.olivo.sensors.Channel;
import io.olivo.sensors.SensorIo;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What a loop is made of.
 *
 * @param sensors fills the frame
 * @param observer frame to state
 * @param joints what the reference moves, in its order; empty when there is none
 * @param reference where the joints should be
 * @param feedback the brainstem
 * @param learner the learned part
 * @param envelope the last word
 * @param actuators takes the command
 * @param failsafes see what is wrong
 */
public record LoopParts(
    SensorIo sensors,
    Observer observer,
    List<Joint> joints,
    Reference reference,
    Feedback feedback,
    Learner learner,
    SafetyEnvelope envelope,
    ActuatorIo actuators,
    Failsafes failsafes) {
  /** Refuses parts that do not fit together. */
  public LoopParts {
    int outputs = envelope.size();
    require(feedback.outputs() == outputs, "feedback", feedback.outputs(), outputs);
    require(learner.outputs() == outputs, "learner", learner.outputs(), outputs);
    require(actuators.channels().size() == outputs, "IO", actuators.channels().size(), outputs);
    if (reference.joints() != joints.size()) {
      throw new IllegalArgumentException(
          "the reference moves %d joints, the skill has %d"
              .formatted(reference.joints(), joints.size()));
    }
    joints = List.copyOf(joints);
  }

  private static void require(boolean fits, String what, int has, int needs) {
    if (!fits) {
      throw new IllegalArgumentException(
          "the %s has %d outputs, the robot needs %d".formatted(what, has, needs));
    }
  }

  /** The same with something around the feedback. */
  public LoopParts withFeedback(UnaryOperator<Feedback> around) {
    return new LoopParts(
        sensors,
        observer,
        joints,
        reference,
        around.apply(feedback),
        learner,
        envelope,
        actuators,
        failsafes);
  }

  /** Channels of the frame: the measured ones, then what each actuator last applied. */
  public List<Channel> channels() {
    List<Channel> all = new ArrayList<>(sensors.channels());
    all.addAll(actuators.channels());
    return all;
  }

  /** Index in the frame of the first actuator's echo. */
  public int firstEcho() {
    return sensors.channels().size();
  }

  /** Channel of a joint's measured position. */
  int positionChannel(int joint) {
    return joints.get(joint).positionChannel();
  }

  /** Channel of a joint's measured velocity. */
  int velocityChannel(int joint) {
    return joints.get(joint).velocityChannel();
  }

  /** An empty tick of the shape that this loop offers. */
  public Tick tickShape() {
    return new Tick(
        channels().size(), joints.size(), envelope.size(), learner.figureNames().size());
  }
}
