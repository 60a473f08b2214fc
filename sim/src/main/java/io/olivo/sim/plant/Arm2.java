package io.olivo.sim.plant;

import io.olivo.controller.wire.BodyPart;
import io.olivo.controller.wire.BodyPart.Axis;
import io.olivo.learning.Elementary;
import java.util.List;

/**
 * Two-link planar arm in gravity, with rotor inertia, viscous and Coulomb friction and a payload at
 * the tip. q1 from the downward vertical, q2 relative [rad]; torques in N m.
 *
 * <pre>
 * M(q) ddq = gain .* u - h(q, dq) - fs (.15 dq + .35 tanh(dq/.02))
 * </pre>
 */
public final class Arm2 extends MechanicalPlant implements InverseDynamics {
  private static final double L1 = .3; // m
  private static final double L2 = .3;
  private static final double LC1 = .15;
  private static final double LC2 = .15;
  private static final double M1 = 1.5; // kg
  private static final double M2 = 1;
  private static final double I1 = .012; // kg m^2
  private static final double I2 = .008;
  private static final double ROTOR = .03;
  private static final double GRAVITY = 9.81;

  private final double[] payload = parameter("payload", 0); // kg
  private final double[] friction = parameter("friction", 1); // fs
  private final double[] gain = parameter("gain", 1, 1);
  private double m11; // M [kg m^2]
  private double m12;
  private double m22;
  private double h1; // Coriolis, centripetal and gravity torques [N m]
  private double h2;

  /** Hanging at rest, without a payload. */
  public Arm2() {
    super(2, 4);
  }

  @Override
  public String name() {
    return "arm2";
  }

  @Override
  public List<String> outputs() {
    return List.of("shoulder.angle", "elbow.angle");
  }

  @Override
  public List<String> inputs() {
    return List.of("shoulder.torque", "elbow.torque");
  }

  /** In the upright plane of x and z; both angles are 0 when it hangs. */
  @Override
  public List<BodyPart> body() {
    return List.of(
        BodyPart.turning("", Axis.Z, StrictMath.PI, 0),
        BodyPart.turning("shoulder.angle", Axis.Y, StrictMath.PI / 2, L1),
        BodyPart.turning("elbow.angle", Axis.Y, 0, L2));
  }

  @Override
  public int truthSize() {
    return 2;
  }

  @Override
  protected void acceleration(double[] command, double[] ddq) {
    dynamics(q[0], q[1], dq[0], dq[1]);
    double t1 = gain[0] * command[0] - h1 - drag(dq[0]);
    double t2 = gain[1] * command[1] - h2 - drag(dq[1]);
    double determinant = m11 * m22 - m12 * m12;
    ddq[0] = (m22 * t1 - m12 * t2) / determinant;
    ddq[1] = (m11 * t2 - m12 * t1) / determinant;
  }

  @Override
  public void invert(double[] desired, double[] command) {
    dynamics(desired[0], desired[1], desired[2], desired[3]);
    double t1 = m11 * desired[4] + m12 * desired[5];
    double t2 = m12 * desired[4] + m22 * desired[5];
    command[0] = (t1 + h1 + drag(desired[2])) / gain[0];
    command[1] = (t2 + h2 + drag(desired[3])) / gain[1];
  }

  /** M and h. */
  private void dynamics(double q1, double q2, double dq1, double dq2) {
    double mp = payload[0];
    double a1 = I1 + M1 * LC1 * LC1 + ROTOR + (M2 + mp) * L1 * L1;
    double a2 = I2 + M2 * LC2 * LC2 + mp * L2 * L2;
    double b = (M2 * LC2 + mp * L2) * L1;
    double cos2 = Elementary.cos(q2);
    double sin2 = Elementary.sin(q2);
    m11 = a1 + a2 + 2 * b * cos2;
    m12 = a2 + b * cos2;
    m22 = a2 + ROTOR;
    double tipWeight = (M2 * LC2 + mp * L2) * GRAVITY * Elementary.sin(q1 + q2);
    double armWeight = (M1 * LC1 + (M2 + mp) * L1) * GRAVITY * Elementary.sin(q1);
    h1 = -b * sin2 * (2 * dq1 * dq2 + dq2 * dq2) + armWeight + tipWeight;
    h2 = b * sin2 * dq1 * dq1 + tipWeight;
  }

  private double drag(double velocity) {
    return friction[0] * (.15 * velocity + .35 * Elementary.tanh(velocity / .02));
  }

  /**
   * Where the hand is.
   *
   * @param angles q1, q2 [rad]
   * @param hand filled with x, y [m], origin at the shoulder, y up
   */
  public static void hand(double[] angles, double[] hand) {
    double both = angles[0] + angles[1];
    hand[0] = L1 * Elementary.sin(angles[0]) + L2 * Elementary.sin(both);
    hand[1] = -L1 * Elementary.cos(angles[0]) - L2 * Elementary.cos(both);
  }
}
