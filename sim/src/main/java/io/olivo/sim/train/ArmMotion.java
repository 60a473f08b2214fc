package io.olivo.sim.train;

import io.olivo.learning.Chance;
import io.olivo.learning.Elementary;
import io.olivo.sim.model.ArmRegressor;

/**
 * Inverse dynamics of a two-link arm in gravity, told as it moves at 100 Hz.
 *
 * <pre>
 * tau = Y(q, dq, ddq) a + .3 tanh(5 dq)             {@link ArmRegressor}, q1 from the horizontal [N m]
 * x   = [sin q, cos q, dq/2, ddq/10]                8
 * y   = [tau1/4, tau2/1.5]                          2
 *
 * a: masses 1.2, 1 kg; lengths .35, .3 m; centres of mass at .17, .15 m; inertias .02, .015 kg m^2
 * </pre>
 *
 * <p>Training rows are one trajectory in its order. Test rows are from another, one at random of
 * every 15 ticks, so that they cover the workspace. A payload adds half of the second link's mass,
 * from a given training row on and in all test rows.
 */
public final class ArmMotion {
  private static final double DT = .01; // s
  private static final int OTHER_WAYS = 15;
  private static final double PAYLOAD = 1.5; // times the second link's mass
  private static final double[] UNIT = {4, 1.5}; // N m
  private static final double DRY = .3; // N m
  private static final double DRY_SLOPE = 5; // s/rad
  private static final int JOINTS = 2;

  private final ArmRegressor regressor = new ArmRegressor();
  private final double[] light = parameters(1);
  private final double[] loaded = parameters(PAYLOAD);
  private final double[] motion = new double[3 * JOINTS];
  private final double[] torque = new double[JOINTS];

  ArmMotion() {}

  /** Without a payload; the same seed gives the same bits. */
  public static Samples samples(long seed, int train, int test) {
    return samples(seed, train, test, train);
  }

  /**
   * With a payload from a training row on.
   *
   * @param payloadFrom row 0 .. train; the test rows have the payload if the last training row has
   */
  public static Samples samples(long seed, int train, int test, int payloadFrom) {
    if (payloadFrom < 0 || payloadFrom > train) {
      throw new IllegalArgumentException(
          "payload from row %d of %d; give 0 to %d".formatted(payloadFrom, train, train));
    }
    ArmMotion arm = new ArmMotion();
    Chance chance = new Chance(seed);
    Chance other = new Chance(chance.bits());
    Chance draw = new Chance(chance.bits());
    return new Samples(
        arm.along(new Reaches(chance, DT), train, payloadFrom),
        arm.across(new Reaches(other, DT), draw, test, payloadFrom < train));
  }

  private Samples.Part along(Reaches reaches, int rows, int payloadFrom) {
    float[][] x = new float[rows][];
    float[][] y = new float[rows][];
    for (int row = 0; row < rows; row++) {
      reaches.next(motion);
      torque(motion, row >= payloadFrom, torque);
      x[row] = input(motion);
      y[row] = target(torque);
    }
    return Samples.Part.values(x, y);
  }

  /** Each stretch of the other trajectory gives one row, somewhere in it. */
  private Samples.Part across(Reaches reaches, Chance draw, int rows, boolean payload) {
    float[][] x = new float[rows][];
    float[][] y = new float[rows][];
    for (int row = 0; row < rows; row++) {
      int chosen = draw.index(OTHER_WAYS);
      for (int i = 0; i < OTHER_WAYS; i++) {
        reaches.next(motion);
        if (i == chosen) {
          torque(motion, payload, torque);
          x[row] = input(motion);
          y[row] = target(torque);
        }
      }
    }
    return Samples.Part.values(x, y);
  }

  /**
   * The torque that this motion takes.
   *
   * @param motion positions, velocities, accelerations [3 * joint] rad, s
   * @param torque filled [joint] N m
   */
  void torque(double[] motion, boolean payload, double[] torque) {
    double[] q = {motion[0] + Math.PI / 2, motion[1]}; // the regressor counts from the vertical
    double[] dq = {motion[2], motion[3]};
    double[] ddq = {motion[4], motion[5]};
    regressor.fill(q, dq, dq, ddq, dq);
    for (int i = 0; i < JOINTS; i++) {
      torque[i] =
          regressor.times(payload ? loaded : light, i)
              + DRY * Elementary.tanh(DRY_SLOPE * motion[JOINTS + i]);
    }
  }

  /**
   * The regressor's a; its own friction and the rotors stay 0.
   *
   * @param m2 mass of the second link [kg]
   */
  private static double[] parameters(double m2) {
    double m1 = 1.2; // kg
    double l1 = .35; // m
    double c1 = .17;
    double c2 = .15;
    double[] a = new double[ArmRegressor.PARAMETERS];
    a[0] = .02 + m1 * c1 * c1 + m2 * l1 * l1;
    a[1] = .015 + m2 * c2 * c2;
    a[2] = m2 * c2 * l1;
    a[3] = m1 * c1 + m2 * l1;
    a[4] = m2 * c2;
    return a;
  }

  private static float[] input(double[] motion) {
    float[] x = new float[4 * JOINTS];
    for (int i = 0; i < JOINTS; i++) {
      x[i] = (float) Elementary.sin(motion[i]);
      x[JOINTS + i] = (float) Elementary.cos(motion[i]);
      x[2 * JOINTS + i] = (float) (motion[JOINTS + i] / 2);
      x[3 * JOINTS + i] = (float) (motion[2 * JOINTS + i] / 10);
    }
    return x;
  }

  private static float[] target(double[] torque) {
    return new float[] {(float) (torque[0] / UNIT[0]), (float) (torque[1] / UNIT[1])};
  }
}
