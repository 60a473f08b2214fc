package io.olivo.sim.plant;

import io.olivo.learning.Elementary;
import io.olivo.learning.HotPath;
import java.util.Arrays;

/**
 * A chain of three links in an upright plane that turns about a vertical axis: the dynamics of an
 * SO-101 without its servos.
 *
 * <pre>
 * M(q) ddq = tau - h(q, dq)       q: pan, lift, elbow, wrist
 * </pre>
 *
 * <p>In angles f from straight up, f1 = lift, f2 = f1 + 90 deg + elbow, f3 = f2 + wrist:
 *
 * <pre>
 * sum_j c_ij cos(fi - fj) ddfj + c_ij sin(fi - fj) dfj^2 - w_i g sin fi - 1/2 dJ/dfi dpan^2 = tau_i - tau_i+1
 * J(f) ddpan + sum_i dJ/dfi dfi dpan = tau_pan
 * </pre>
 *
 * <p>c_ij inertia of pairs of links [kg m^2], w_i g their weight [N m], J that of the chain about
 * the vertical, as if the mass of each link were in its centre. Every joint has the rotor of its
 * servo beside it. Lengths and masses: the MuJoCo model of the SO-101 by its makers
 * (TheRobotStudio, SO-ARM100, Simulation/SO101/so101_new_calib.xml), the hand with wrist, roll and
 * jaw as one link.
 */
@HotPath
final class PanChain {
  /** Joints of the chain. */
  static final int JOINTS = 4;

  /** Inertia of a servo's rotor behind its gear [kg m^2]. */
  static final double ROTOR = .028;

  /** Of the lift's axis in front of the pan's [m]. */
  static final double OFFSET = .030;

  private static final int LINKS = 3;
  private static final double GRAVITY = 9.81;
  private static final double BASE = .0005; // kg m^2, what turns with the pan below the lift
  private static final double[] LENGTH = {.116, .135, .159}; // m
  private static final double[] CENTRE = {.090, .098, .067}; // m
  private static final double[] MASS = {.103, .104, .178}; // kg
  private static final double[] INERTIA = {1.4e-4, 1.5e-4, 1.9e-4}; // kg m^2

  private final double[] sin = new double[LINKS]; // of f
  private final double[] cos = new double[LINKS];
  private final double[] spin = new double[LINKS]; // df
  private final double[] beyond = new double[LINKS]; // kg that hang on the end of a link
  private final double[] moment = new double[LINKS]; // w [kg m]
  private final double[] upright = new double[LINKS]; // dJ/df
  private final double[] force = new double[LINKS]; // N m, about f
  private final double[][] pair = new double[LINKS][LINKS]; // c
  private final double[][] mass = new double[LINKS][LINKS + 1]; // M of q, and the right side
  private double around; // J

  /** Length of a link [m]. */
  static double length(int link) {
    return LENGTH[link];
  }

  /** Tells the mass in the hand [kg]. */
  void load(double payload) {
    double carried = payload;
    for (int i = LINKS - 1; i >= 0; i--) {
      beyond[i] = carried;
      carried += MASS[i];
      moment[i] = MASS[i] * CENTRE[i] + beyond[i] * LENGTH[i];
    }
    for (int i = 0; i < LINKS; i++) {
      pair[i][i] = INERTIA[i] + MASS[i] * CENTRE[i] * CENTRE[i] + beyond[i] * LENGTH[i] * LENGTH[i];
      for (int j = i + 1; j < LINKS; j++) {
        pair[i][j] = moment[j] * LENGTH[i];
        pair[j][i] = pair[i][j];
      }
    }
  }

  /**
   * The equation of motion.
   *
   * @param q pan, lift, elbow, wrist [rad]
   * @param dq their rates [rad/s]
   * @param torque on each joint [N m]
   * @param ddq filled [joint] rad/s^2
   */
  void acceleration(double[] q, double[] dq, double[] torque, double[] ddq) {
    place(q, dq);
    turn();
    double coupling = 0;
    for (int i = 0; i < LINKS; i++) {
      coupling += upright[i] * spin[i];
      force[i] = moment[i] * GRAVITY * sin[i] + .5 * upright[i] * dq[0] * dq[0];
      for (int j = 0; j < LINKS; j++) {
        force[i] -= pair[i][j] * sine(i, j) * spin[j] * spin[j];
      }
    }
    ddq[0] = (torque[0] - coupling * dq[0]) / (around + ROTOR);
    fill(torque);
    solve(ddq);
  }

  private void place(double[] q, double[] dq) {
    double angle = 0;
    double rate = 0;
    for (int i = 0; i < LINKS; i++) {
      angle += q[i + 1] + (i == 1 ? StrictMath.PI / 2 : 0);
      rate += dq[i + 1];
      sin[i] = Elementary.sin(angle);
      cos[i] = Elementary.cos(angle);
      spin[i] = rate;
    }
  }

  private double sine(int i, int j) {
    return sin[i] * cos[j] - cos[i] * sin[j];
  }

  /** J and its derivatives: every mass is as far out as all links before it reach. */
  private void turn() {
    around = BASE;
    Arrays.fill(upright, 0);
    double reach = OFFSET;
    for (int i = 0; i < LINKS; i++) {
      add(i, MASS[i], reach + CENTRE[i] * sin[i], CENTRE[i]);
      reach += LENGTH[i] * sin[i];
    }
    add(LINKS - 1, beyond[LINKS - 1], reach, LENGTH[LINKS - 1]);
  }

  private void add(int link, double kilograms, double radius, double along) {
    around += kilograms * radius * radius;
    for (int i = 0; i < link; i++) {
      upright[i] += 2 * kilograms * radius * LENGTH[i] * cos[i];
    }
    upright[link] += 2 * kilograms * radius * along * cos[link];
  }

  /** From f to q: a joint carries all links behind it. */
  private void fill(double[] torque) {
    for (int a = 0; a < LINKS; a++) {
      mass[a][LINKS] = torque[a + 1];
      for (int i = a; i < LINKS; i++) {
        mass[a][LINKS] += force[i];
      }
      for (int b = 0; b < LINKS; b++) {
        mass[a][b] = a == b ? ROTOR : 0;
        for (int i = a; i < LINKS; i++) {
          for (int j = b; j < LINKS; j++) {
            mass[a][b] += pair[i][j] * (cos[i] * cos[j] + sin[i] * sin[j]);
          }
        }
      }
    }
  }

  /** Gauss; M is positive definite, so no pivot is needed. */
  private void solve(double[] ddq) {
    for (int k = 0; k < LINKS; k++) {
      for (int i = k + 1; i < LINKS; i++) {
        double factor = mass[i][k] / mass[k][k];
        for (int j = k; j <= LINKS; j++) {
          mass[i][j] -= factor * mass[k][j];
        }
      }
    }
    for (int i = LINKS - 1; i >= 0; i--) {
      double sum = mass[i][LINKS];
      for (int j = i + 1; j < LINKS; j++) {
        sum -= mass[i][j] * ddq[j + 1];
      }
      ddq[i + 1] = sum / mass[i][i];
    }
  }
}
