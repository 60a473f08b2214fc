package io.olivo.sim.task;

import io.olivo.learning.Chance;
import io.olivo.learning.Elementary;
import io.olivo.learning.HotPath;
import io.olivo.learning.reward.ActionSpace;

/**
 * Swing a pole up on a cart and hold it there, in the middle of a rail with stops.
 *
 * <pre>
 * A   = (f - b v + m l w^2 sin th) / (mc + m)          f = 10 u N, u within +-1; mc 1 kg, m .1 kg
 * dw  = (g sin th - A cos th) / (l (4/3 - m cos^2 th/(mc + m))) - .02 w      l .5 m, half the pole
 * dv  = A - m l dw cos th/(mc + m)
 * v += h dv,  w += h dw (within +-20),  x += h v,  th += h w     twice per step, h .01 s
 * r   = (1 + cos th)/2 (1 - (x/2.4)^2/2) - .01 u^2 - .3 [|x| >= 2.4]
 * </pre>
 *
 * <p>At 2.4 m the cart stops. Begins hanging, within .3 rad, .5 m from the middle; 500 steps. An
 * episode succeeds with a mean reward above .8 over its last 100 steps. Solved: nine of ten do.
 * Source: none; the equations are those of {@link CartPole}. Parameters: length, mass, gain
 * (factors), tilt of gravity [rad], friction b [N s/m].
 */
@HotPath
public final class SwingUp extends EquationTask {
  private static final double GRAVITY = 9.81;
  private static final double CART = 1; // kg
  private static final double POLE = .1; // kg
  private static final double HALF = .5; // m
  private static final double FORCE = 10; // N
  private static final double H = .01;
  private static final double RAIL = 2.4; // m
  private static final double FASTEST = 20; // rad/s
  private static final double UPRIGHT = .8; // reward per step
  private static final double SOLVED = .9; // share of the episodes

  private final double[] length = parameter("length", 1);
  private final double[] mass = parameter("mass", 1);
  private final double[] gain = parameter("gain", 1);
  private final double[] tilt = parameter("tilt", 0);
  private final double[] friction = parameter("friction", 0);

  /** The pole hangs. */
  public SwingUp() {
    super(
        "CartPoleSwingUp",
        4,
        new ActionSpace.Bounded(1),
        500,
        "cart.position",
        "cart.velocity",
        "pole.cos",
        "pole.sin",
        "pole.rate");
  }

  @Override
  protected void begin(Chance chance) {
    state[0] = chance.uniform(-.5, .5);
    state[1] = 0;
    state[2] = Math.PI + chance.uniform(-.3, .3);
    state[3] = chance.uniform(-.1, .1);
  }

  @Override
  protected double advance(double[] action) {
    double u = Math.clamp(action[0], -1, 1);
    move(FORCE * u * gain[0]);
    move(FORCE * u * gain[0]);
    double away = state[0] / RAIL;
    double high = .5 * (1 + Elementary.cos(state[2])) * (1 - .5 * away * away);
    return high - .01 * u * u - (Math.abs(state[0]) >= RAIL ? .3 : 0);
  }

  private void move(double force) {
    double pole = POLE * mass[0];
    double l = HALF * length[0];
    double total = CART + pole;
    double sin = Elementary.sin(state[2]);
    double cos = Elementary.cos(state[2]);
    double gravity = GRAVITY * Elementary.sin(state[2] - tilt[0]);
    double push = (force - friction[0] * state[1] + pole * l * state[3] * state[3] * sin) / total;
    double dw =
        (gravity - cos * push) / (l * (4.0 / 3 - pole * cos * cos / total)) - .02 * state[3];
    state[1] += H * (push - pole * l * dw * cos / total);
    state[3] = Math.clamp(state[3] + H * dw, -FASTEST, FASTEST);
    state[0] += H * state[1];
    state[2] += H * state[3];
    stop();
  }

  private void stop() {
    if (Math.abs(state[0]) > RAIL) {
      state[0] = Math.clamp(state[0], -RAIL, RAIL);
      state[1] = state[0] * state[1] > 0 ? 0 : state[1];
    }
  }

  @Override
  protected boolean isTerminal() {
    return false;
  }

  @Override
  public void observe(double[] observation) {
    observation[0] = state[0];
    observation[1] = state[1];
    observation[2] = Elementary.cos(state[2]);
    observation[3] = Elementary.sin(state[2]);
    observation[4] = state[3];
  }

  @Override
  public boolean isSuccess(EpisodeScore score) {
    return score.tail() > UPRIGHT;
  }

  @Override
  public boolean isSolved(double meanReturn, double successShare) {
    return successShare >= SOLVED;
  }
}
