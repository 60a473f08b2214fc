package io.olivo.controller.feedback;

import io.olivo.learning.HotPath;
import io.olivo.learning.Teaching;

/**
 * Answers a measured disturbance at once by a fixed gain; what is left of it, seen by other
 * channels and often late, is the error to be driven to zero. The vestibulo-ocular reflex is of
 * this kind.
 *
 * <pre>
 * u = gain * disturbance      [actuator units]
 * error = -left over          told to the learner as error and as velocity-like error
 * </pre>
 */
@HotPath
public final class GainFeedback implements Feedback {
  private final int[] disturbance; // [output] channel
  private final double[] gain; // [output]
  private final int[] leftOver; // [output] channel
  private final double[] error; // [output]

  /**
   * @param disturbance channel that each output answers
   * @param gain [actuator unit per unit of the disturbance]
   * @param leftOver channel of each output's error
   */
  public GainFeedback(int[] disturbance, double[] gain, int[] leftOver) {
    if (gain.length != disturbance.length || leftOver.length != disturbance.length) {
      throw new IllegalArgumentException(
          "skill.feedback needs one gain and one error for each of its channels");
    }
    this.disturbance = disturbance.clone();
    this.gain = gain.clone();
    this.leftOver = leftOver.clone();
    error = new double[gain.length];
  }

  @Override
  public int outputs() {
    return gain.length;
  }

  @Override
  public void command(double[] state, double[] desired, double[] command) {
    for (int i = 0; i < gain.length; i++) {
      command[i] = gain[i] * state[disturbance[i]];
      error[i] = -state[leftOver[i]];
    }
  }

  /** It has one gain, which is kp. */
  @Override
  public boolean tune(int output, double kp, double kd) {
    boolean has = kd == 0;
    if (has) {
      gain[output] = kp;
    }
    return has;
  }

  @Override
  public void teach(Teaching teaching) {
    teaching.tellError(error, error, 0);
  }
}
