package io.olivo.sim.task;

import io.olivo.learning.Chance;
import io.olivo.learning.Elementary;
import io.olivo.learning.HotPath;
import io.olivo.learning.Teaching.Ending;
import io.olivo.learning.reward.ActionSpace;

/**
 * Swing the tip of a two-link arm above a bar, by a torque of -1, 0 or 1 N m at the second joint.
 *
 * <pre>
 * d1   = m1 c1^2 + m2 (l1^2 + c2^2 + 2 l1 c2 cos q2) + I1 + I2
 * d2   = m2 (c2^2 + l1 c2 cos q2) + I2
 * p2   = m2 c2 g cos(q1 + q2 - pi/2)
 * p1   = -m2 l1 c2 w2^2 sin q2 - 2 m2 l1 c2 w2 w1 sin q2 + (m1 c1 + m2 l1) g cos(q1 - pi/2) + p2
 * ddq2 = (u + d2/d1 p1 - m2 l1 c2 w1^2 sin q2 - p2) / (m2 c2^2 + I2 - d2^2/d1)
 * ddq1 = -(d2 ddq2 + p1) / d1                   all l, m, I 1 and c .5; fourth-order Runge-Kutta, .2 s
 * r    = -1 until -cos q1 - cos(q1 + q2) > 1, which ends the episode
 * </pre>
 *
 * <p>Angles stay within +-pi, rates within 4 pi and 9 pi. Begins with everything within +-.1; 500
 * steps. Solved: mean return of -100. Source: Sutton (1996) as in Gymnasium, Acrobot-v1 (the book's
 * equations). Departs: m2 is multiplied by mass, u by gain; tilt turns gravity [rad], friction
 * brakes the second joint [N m s].
 */
@HotPath
public final class Acrobot extends EquationTask {
  private static final double GRAVITY = 9.8;
  private static final double CENTRE = .5; // m
  private static final double DT = .2;
  private static final double FASTEST_1 = 4 * Math.PI;
  private static final double FASTEST_2 = 9 * Math.PI;
  private static final double SOLVED = -100;

  private final double[] mass = parameter("mass", 1);
  private final double[] gain = parameter("gain", 1);
  private final double[] tilt = parameter("tilt", 0);
  private final double[] friction = parameter("friction", 0);
  private final double[] k1 = new double[4];
  private final double[] k2 = new double[4];
  private final double[] k3 = new double[4];
  private final double[] k4 = new double[4];
  private final double[] at = new double[4];

  /** Hanging nearly still. */
  public Acrobot() {
    super(
        "Acrobot-v1",
        4,
        new ActionSpace.Choice(3),
        500,
        "joint1.cos",
        "joint1.sin",
        "joint2.cos",
        "joint2.sin",
        "joint1.rate",
        "joint2.rate");
  }

  @Override
  protected void begin(Chance chance) {
    for (int i = 0; i < state.length; i++) {
      state[i] = chance.uniform(-.1, .1);
    }
  }

  @Override
  protected double advance(double[] action) {
    double torque = (action[0] - 1) * gain[0];
    derivative(state, torque, k1);
    derivative(along(k1, DT / 2), torque, k2);
    derivative(along(k2, DT / 2), torque, k3);
    derivative(along(k3, DT), torque, k4);
    for (int i = 0; i < state.length; i++) {
      state[i] += DT / 6 * (k1[i] + 2 * k2[i] + 2 * k3[i] + k4[i]);
    }
    state[0] = within(state[0]);
    state[1] = within(state[1]);
    state[2] = Math.clamp(state[2], -FASTEST_1, FASTEST_1);
    state[3] = Math.clamp(state[3], -FASTEST_2, FASTEST_2);
    return isTerminal() ? 0 : -1;
  }

  private double[] along(double[] slope, double seconds) {
    for (int i = 0; i < at.length; i++) {
      at[i] = state[i] + seconds * slope[i];
    }
    return at;
  }

  private void derivative(double[] s, double torque, double[] slope) {
    double m = mass[0];
    double c = CENTRE;
    double sin = Elementary.sin(s[1]);
    double cos = Elementary.cos(s[1]);
    double quarter = Math.PI / 2 + tilt[0];
    double d1 = c * c + m * (1 + c * c + 2 * c * cos) + 2;
    double d2 = m * (c * c + c * cos) + 1;
    double p2 = m * c * GRAVITY * Elementary.cos(s[0] + s[1] - quarter);
    double p1 =
        -m * c * (s[3] * s[3]) * sin
            - 2 * m * c * s[3] * s[2] * sin
            + (c + m) * GRAVITY * Elementary.cos(s[0] - quarter)
            + p2;
    double u = torque - friction[0] * s[3];
    double ddq2 =
        (u + d2 / d1 * p1 - m * c * (s[2] * s[2]) * sin - p2) / (m * (c * c) + 1 - d2 * d2 / d1);
    slope[0] = s[2];
    slope[1] = s[3];
    slope[2] = -(d2 * ddq2 + p1) / d1;
    slope[3] = ddq2;
  }

  /** At most 9 pi/s for .2 s: a turn or two. */
  private static double within(double angle) {
    double inside = angle;
    while (inside > Math.PI) {
      inside -= 2 * Math.PI;
    }
    while (inside < -Math.PI) {
      inside += 2 * Math.PI;
    }
    return inside;
  }

  @Override
  protected boolean isTerminal() {
    return -Elementary.cos(state[0]) - Elementary.cos(state[1] + state[0]) > 1;
  }

  @Override
  public void observe(double[] observation) {
    observation[0] = Elementary.cos(state[0]);
    observation[1] = Elementary.sin(state[0]);
    observation[2] = Elementary.cos(state[1]);
    observation[3] = Elementary.sin(state[1]);
    observation[4] = state[2];
    observation[5] = state[3];
  }

  @Override
  public boolean isSuccess(EpisodeScore score) {
    return ending() == Ending.TERMINAL;
  }

  @Override
  public boolean isSolved(double meanReturn, double successShare) {
    return meanReturn >= SOLVED;
  }
}
