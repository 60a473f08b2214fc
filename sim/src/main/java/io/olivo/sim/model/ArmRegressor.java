package io.olivo.sim.model;

import io.olivo.learning.Elementary;
import io.olivo.learning.HotPath;

/**
 * The two-link arm's inverse dynamics as a matrix times its unknown parameters.
 *
 * <pre>
 * M(q) ar + C(q, dq) vr + G(q) + friction(vd) = Y(q, dq, vr, ar, vd) a
 *
 * Y = | ar1  ar1+ar2  c2 (2 ar1 + ar2) - s2 (dq2 vr1 + (dq1+dq2) vr2)  g s1  g s12  vd1 0  t1 0  0   |
 *     | 0    ar1+ar2  c2 ar1 + s2 dq1 vr1                              0     g s12  0 vd2  0 t2  ar2 |
 * a = [a1, a2, b, m1 lc1 + (m2+mp) l1, m2 lc2 + mp l2, viscous 2, Coulomb 2, rotor inertia]
 * </pre>
 *
 * <p>c2 = cos q2, s1 = sin q1, s12 = sin(q1+q2), t = tanh(vd/.02); a1, a2, b as in the equation of
 * {@link io.olivo.sim.plant.Arm2}, whose motors must have gain 1. Source: Slotine and Li (1987),
 * Int J Robotics Res 6(3):49, sec. 4.
 */
@HotPath
public final class ArmRegressor {
  /** Rows of Y. */
  public static final int JOINTS = 2;

  /** Columns of Y. */
  public static final int PARAMETERS = 10;

  private static final double GRAVITY = 9.81;

  private final double[][] y = new double[JOINTS][PARAMETERS];

  /**
   * Fills Y.
   *
   * @param q positions [joint] rad
   * @param dq velocities [joint] rad/s
   * @param vr reference velocities [joint] rad/s
   * @param ar reference accelerations [joint] rad/s^2
   * @param vd velocities that friction follows [joint] rad/s
   */
  public void fill(double[] q, double[] dq, double[] vr, double[] ar, double[] vd) {
    double c2 = Elementary.cos(q[1]);
    double s2 = Elementary.sin(q[1]);
    double coriolis = dq[1] * vr[0] + (dq[0] + dq[1]) * vr[1];
    y[0][0] = ar[0];
    y[0][1] = ar[0] + ar[1];
    y[0][2] = c2 * (2 * ar[0] + ar[1]) - s2 * coriolis;
    y[0][3] = GRAVITY * Elementary.sin(q[0]);
    y[0][4] = GRAVITY * Elementary.sin(q[0] + q[1]);
    y[1][1] = y[0][1];
    y[1][2] = c2 * ar[0] + s2 * dq[0] * vr[0];
    y[1][4] = y[0][4];
    y[1][9] = ar[1];
    for (int i = 0; i < JOINTS; i++) {
      y[i][5 + i] = vd[i];
      y[i][7 + i] = Elementary.tanh(vd[i] / .02);
    }
  }

  /** Y a of one joint. */
  public double times(double[] parameters, int joint) {
    double sum = 0;
    for (int k = 0; k < PARAMETERS; k++) {
      sum += y[joint][k] * parameters[k];
    }
    return sum;
  }

  /** Y' x for one parameter. */
  double transposedTimes(int parameter, double x1, double x2) {
    return y[0][parameter] * x1 + y[1][parameter] * x2;
  }
}
