package io.olivo.sim.model;

import io.olivo.learning.HotPath;
import io.olivo.learning.Learner;
import io.olivo.learning.Teaching;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;
import java.util.Arrays;

/**
 * Adaptive control of the two-link arm: its equation is known, its parameters are learned.
 *
 * <pre>
 * s  = de + L e,  L = kp/kd                     so that kd s = u_fb, the feedback that is there
 * vr = dq_d + L e,  ar = ddq_d + L de           L e = u_fb/kd - de, as told in the tick before
 * u  = Y(q, dq, vr, ar, dq_d) a                 {@link ArmRegressor} [N m]
 * a  = a + gain Gamma Y' u_fb dt                a(0) = 0
 * </pre>
 *
 * <p>With the measured state, q and dq are what the sensors say: Slotine and Li (1987), Int J
 * Robotics Res 6(3):49. With the desired one, q = q_d, dq = vr = dq_d and ar = ddq_d, so that no
 * noise enters: Sadegh and Horowitz (1990), Int J Robotics Res 9(3):74. Gamma scales each parameter
 * by its order of magnitude. Friction is taken at the desired velocity in both. Departs in e and de
 * of the tick before: taken from the same tick, the encoders' noise in them enters both Y and u_fb,
 * their product biases a, and the bench arm ends with three times the error.
 */
@HotPath
public final class SlotineLi implements Learner {
  /** With the desired state on the bench arm: slow, but ends as exact as the true model. */
  public static final double DESIRED_GAIN = .5;

  /** With the measured state on the bench arm: the largest of .5, 1, 1.5, 2, 3 that is stable. */
  public static final double MEASURED_GAIN = 1;

  private static final int JOINTS = ArmRegressor.JOINTS;
  private static final double[] GAMMA = {.02, .02, .02, .05, .05, .3, .3, .5, .5, .02};

  private final boolean measured;
  private final int[] position; // [joint] index in state or desired
  private final int[] velocity; // [joint]
  private final double[] stiffness; // L [joint] 1/s; only with the measured state
  private final double[] damping; // kd [joint] N m s/rad
  private final double share; // gain dt
  private final ArmRegressor regressor = new ArmRegressor();
  private final double[] parameter = new double[ArmRegressor.PARAMETERS]; // a
  private final double[] velocityLead = new double[JOINTS]; // L e [rad/s]
  private final double[] accelerationLead = new double[JOINTS]; // L de [rad/s^2]
  private final double[] q = new double[JOINTS];
  private final double[] dq = new double[JOINTS];
  private final double[] vd = new double[JOINTS];
  private final double[] vr = new double[JOINTS];
  private final double[] ar = new double[JOINTS];
  private boolean frozen;

  private SlotineLi(
      boolean measured, int[] position, int[] velocity, double[] kp, double[] kd, double share) {
    this.measured = measured;
    this.position = position.clone();
    this.velocity = velocity.clone();
    this.share = share;
    damping = kd.clone();
    stiffness = new double[JOINTS];
    Arrays.setAll(stiffness, i -> kp[i] / kd[i]);
  }

  /**
   * On the desired state.
   *
   * @param gain how fast it adapts
   * @param dtSeconds tick length
   */
  public static SlotineLi onDesired(double gain, double dtSeconds) {
    double[] none = {1, 1};
    return new SlotineLi(false, new int[] {0, 1}, new int[] {2, 3}, none, none, gain * dtSeconds);
  }

  /**
   * On the measured state.
   *
   * @param position channel of each joint's position
   * @param velocity channel of each joint's velocity
   * @param kp gains of the feedback [joint] N m/rad
   * @param kd gains of the feedback [joint] N m s/rad
   * @param gain how fast it adapts
   * @param dtSeconds tick length
   * @throws IllegalArgumentException when a kd is not positive
   */
  public static SlotineLi onMeasured(
      int[] position, int[] velocity, double[] kp, double[] kd, double gain, double dtSeconds) {
    for (double one : kd) {
      if (!(one > 0)) {
        throw new IllegalArgumentException(
            "Slotine-Li on the measured state divides by kd, got " + one + "; give it one above 0");
      }
    }
    return new SlotineLi(true, position, velocity, kp, kd, gain * dtSeconds);
  }

  @Override
  public int outputs() {
    return JOINTS;
  }

  @Override
  public void act(double[] state, double[] desired, double[] learned) {
    double[] seen = measured ? state : desired;
    for (int i = 0; i < JOINTS; i++) {
      q[i] = seen[position[i]];
      dq[i] = seen[velocity[i]];
      vd[i] = desired[JOINTS + i];
      vr[i] = vd[i] + velocityLead[i];
      ar[i] = desired[2 * JOINTS + i] + accelerationLead[i];
    }
    regressor.fill(q, dq, vr, ar, vd);
    for (int i = 0; i < JOINTS; i++) {
      learned[i] = regressor.times(parameter, i);
    }
  }

  @Override
  public void learn(Teaching teaching, double[] applied) {
    if (!teaching.hasError()) {
      return;
    }
    for (int k = 0; k < parameter.length && !frozen; k++) {
      double move = regressor.transposedTimes(k, teaching.error(0), teaching.error(1));
      parameter[k] += Double.isFinite(move) ? share * GAMMA[k] * move : 0;
    }
    for (int i = 0; i < JOINTS && measured; i++) {
      velocityLead[i] = teaching.error(i) / damping[i] - teaching.errorRate(i);
      accelerationLead[i] = stiffness[i] * teaching.errorRate(i);
    }
  }

  @Override
  public void freeze(boolean nowFrozen) {
    frozen = nowFrozen;
  }

  @Override
  public void interrupt() {
    Arrays.fill(velocityLead, 0);
    Arrays.fill(accelerationLead, 0);
  }

  @Override
  public void save(StateWriter out) {
    out.put("parameters", parameter);
    out.put("lead.velocity", velocityLead);
    out.put("lead.acceleration", accelerationLead);
  }

  @Override
  public void load(StateReader in) {
    in.get("parameters", parameter);
    in.get("lead.velocity", velocityLead);
    in.get("lead.acceleration", accelerationLead);
  }
}
