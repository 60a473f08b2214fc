package io.olivo.sim.task;

import io.olivo.learning.Chance;
import io.olivo.learning.Elementary;
import io.olivo.learning.HotPath;
import io.olivo.learning.reward.ActionSpace;

/**
 * Bring the hand of a planar arm of two links to a target that is somewhere else in every episode.
 *
 * <pre>
 * M11 = 2 I + m c1^2 + m (l1^2 + c2^2 + 2 l1 c2 cos q2) + J,  M22 = I + m c2^2 + J
 * M12 = I + m (c2^2 + l1 c2 cos q2),   h = m l1 c2 sin q2
 * t1  = u1 - b w1 + h (2 w1 w2 + w2^2),  t2 = u2 - b w2 - h w1^2         u = .03 a N m, a within +-1
 * w1 += (M22 t1 - M12 t2)/det /200,  w2 += (M11 t2 - M12 t1)/det /200    within +-30 rad/s
 * q  += w/200                       four times per step; q2 stops at +-2.8 rad
 * r   = -10 d - .02 |a|^2           d: from hand to target [m]
 * </pre>
 *
 * <p>Links l .1 and .11 m, m .05 kg each at c .05 and .055 m, I = m .11^2/12, J 2e-4 kg m^2, b .003
 * N m s. Begins at rest, q2 within +-2.5 rad, the target .03 to .2 m from the shoulder; 50 steps.
 * An episode succeeds when it ends within 2 cm. Solved: nine of ten do. Source: none. Parameters:
 * mass, gain (factors), friction (factor of b).
 */
@HotPath
public final class Reacher2 extends EquationTask {
  private static final double UPPER = .1; // m, l1
  private static final double LOWER = .11; // m
  private static final double C1 = .05;
  private static final double C2 = .055;
  private static final double LINK = .05; // kg
  private static final double ROTOR = 2e-4; // kg m^2, J
  private static final double DAMPING = .003; // N m s, b
  private static final double TORQUE = .03; // N m
  private static final double H = .005;
  private static final int SUBSTEPS = 4;
  private static final double FASTEST = 30; // rad/s
  private static final double ELBOW = 2.8; // rad
  private static final double REACHED = .02; // m
  private static final double SOLVED = .9; // share of the episodes

  /** How the target is seen. */
  public enum Frame {
    /** Both joints, and the offset from hand to target in the frame of the room. */
    ROOM,
    /** The second joint, and the offset in the frame of the first link. */
    BODY
  }

  private final double[] mass = parameter("mass", 1);
  private final double[] gain = parameter("gain", 1);
  private final double[] friction = parameter("friction", 1);
  private final Frame frame;

  /** State: q1, q2, w1, w2, target x and y. */
  public Reacher2(Frame frame) {
    super(
        frame == Frame.ROOM ? "Reacher2" : "Reacher2-body",
        6,
        new ActionSpace.Bounded(1, 1),
        50,
        observations(frame));
    this.frame = frame;
  }

  private static String[] observations(Frame frame) {
    String offset = "elbow.cos elbow.sin shoulder.rate elbow.rate offset.x offset.y";
    return (frame == Frame.ROOM ? "shoulder.cos shoulder.sin " + offset : offset).split(" ");
  }

  @Override
  protected void begin(Chance chance) {
    state[0] = chance.uniform(-Math.PI, Math.PI);
    state[1] = chance.uniform(-2.5, 2.5);
    state[2] = 0;
    state[3] = 0;
    double far = chance.uniform(.03, .2);
    double angle = chance.uniform(-Math.PI, Math.PI);
    state[4] = far * Elementary.cos(angle);
    state[5] = far * Elementary.sin(angle);
  }

  @Override
  protected double advance(double[] action) {
    double a1 = Math.clamp(action[0], -1, 1);
    double a2 = Math.clamp(action[1], -1, 1);
    for (int k = 0; k < SUBSTEPS; k++) {
      move(TORQUE * a1 * gain[0], TORQUE * a2 * gain[0]);
    }
    return -10 * distance() - .02 * (a1 * a1 + a2 * a2);
  }

  private void move(double u1, double u2) {
    double m = LINK * mass[0];
    double inertia = m * LOWER * LOWER / 12;
    double cos = Elementary.cos(state[1]);
    double m11 =
        2 * inertia + m * C1 * C1 + m * (UPPER * UPPER + C2 * C2 + 2 * UPPER * C2 * cos) + ROTOR;
    double m12 = inertia + m * (C2 * C2 + UPPER * C2 * cos);
    double m22 = inertia + m * C2 * C2 + ROTOR;
    double h = m * UPPER * C2 * Elementary.sin(state[1]);
    double b = DAMPING * friction[0];
    double t1 = u1 - b * state[2] + h * (2 * state[2] * state[3] + state[3] * state[3]);
    double t2 = u2 - b * state[3] - h * state[2] * state[2];
    double determinant = m11 * m22 - m12 * m12;
    state[2] = within(state[2] + H * (m22 * t1 - m12 * t2) / determinant);
    state[3] = within(state[3] + H * (m11 * t2 - m12 * t1) / determinant);
    state[0] += H * state[2];
    state[1] += H * state[3];
    stop();
  }

  private static double within(double rate) {
    return Math.clamp(rate, -FASTEST, FASTEST);
  }

  private void stop() {
    if (Math.abs(state[1]) > ELBOW) {
      state[1] = Math.clamp(state[1], -ELBOW, ELBOW);
      state[3] = state[1] * state[3] > 0 ? 0 : state[3];
    }
  }

  private double offsetX() {
    double hand = UPPER * Elementary.cos(state[0]) + LOWER * Elementary.cos(state[0] + state[1]);
    return state[4] - hand;
  }

  private double offsetY() {
    double hand = UPPER * Elementary.sin(state[0]) + LOWER * Elementary.sin(state[0] + state[1]);
    return state[5] - hand;
  }

  /** From hand to target [m]. */
  public double distance() {
    double x = offsetX();
    double y = offsetY();
    return Math.sqrt(x * x + y * y);
  }

  @Override
  protected boolean isTerminal() {
    return false;
  }

  @Override
  public void observe(double[] observation) {
    double cos = Elementary.cos(state[0]);
    double sin = Elementary.sin(state[0]);
    double x = offsetX();
    double y = offsetY();
    if (frame == Frame.ROOM) {
      observation[0] = cos;
      observation[1] = sin;
      fill(observation, 2, x, y);
    } else {
      fill(observation, 0, cos * x + sin * y, cos * y - sin * x);
    }
  }

  private void fill(double[] observation, int from, double x, double y) {
    observation[from] = Elementary.cos(state[1]);
    observation[from + 1] = Elementary.sin(state[1]);
    observation[from + 2] = state[2];
    observation[from + 3] = state[3];
    observation[from + 4] = x;
    observation[from + 5] = y;
  }

  @Override
  public boolean isSuccess(EpisodeScore score) {
    return distance() < REACHED;
  }

  @Override
  public boolean isSolved(double meanReturn, double successShare) {
    return successShare >= SOLVED;
  }
}
