package io.olivo.controller.observe;

import io.olivo.learning.FeatureMap.Kind;
import io.olivo.learning.Formulas.Input;
import io.olivo.sensors.Unit;
import java.util.ArrayList;
import java.util.List;

/**
 * The learner's inputs when the robot file names none: per joint, scaled by the range of its
 * velocity v to about [-1, 1].
 *
 * <pre>
 * angle:  1.2 sin q, 1.2 cos q, dq/(v/5), ddq/(v/s), .8 tanh(dq/(v/400))
 * length: q/(q_max/2),          dq/(v/5), ddq/(v/s), .8 tanh(dq/(v/400))
 * </pre>
 *
 * <p>q, dq and ddq are the desired ones: an inverse model is learned. The tanh is Coulomb friction.
 */
public final class DefaultInputs {
  private DefaultInputs() {}

  /** Inputs for all joints, as formulas that a robot file could contain. */
  public static List<Input> of(List<Joint> joints) {
    List<Input> inputs = new ArrayList<>();
    for (Joint joint : joints) {
      addPosition(inputs, joint);
      double v = joint.largestVelocity();
      inputs.add(new Input(Kind.RATE, joint.desired(1) + "/" + v / 5));
      inputs.add(new Input(Kind.OTHER, joint.desired(2) + "/" + v));
      inputs.add(new Input(Kind.OTHER, "0.8*tanh(" + joint.desired(1) + "/" + v / 400 + ")"));
    }
    return inputs;
  }

  private static void addPosition(List<Input> inputs, Joint joint) {
    if (joint.unit() == Unit.RADIAN) {
      inputs.add(new Input(Kind.ANGLE, "1.2*sin(" + joint.desired(0) + ")"));
      inputs.add(new Input(Kind.ANGLE, "1.2*cos(" + joint.desired(0) + ")"));
    } else {
      inputs.add(new Input(Kind.OTHER, joint.desired(0) + "/" + joint.largestPosition() / 2));
    }
  }

  /** Names of the desired vector: positions, then velocities, then accelerations. */
  public static List<String> desiredNames(List<Joint> joints) {
    List<String> names = new ArrayList<>();
    for (int order = 0; order < 3; order++) {
      for (Joint joint : joints) {
        names.add(joint.desired(order));
      }
    }
    return names;
  }
}
