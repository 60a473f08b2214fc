package io.olivo.sim.task;

import io.olivo.learning.Chance;
import io.olivo.learning.Elementary;
import io.olivo.learning.HotPath;
import io.olivo.learning.reward.ActionSpace;

/**
 * Keep a pole upright on a cart that is pushed left (0) or right (1).
 *
 * <pre>
 * A   = (f + m l w^2 sin th) / (mc + m)                  f = +-10 N, mc 1 kg, m .1 kg
 * dw  = (g sin th - A cos th) / (l (4/3 - m cos^2 th/(mc + m)))       l .5 m, half the pole
 * dv  = A - m l dw cos th/(mc + m)
 * x += .02 v,  v += .02 dv,  th += .02 w,  w += .02 dw   (Euler: all from the old state)
 * r   = 1
 * </pre>
 *
 * <p>Begins with everything within +-.05; ends beyond 2.4 m or 12 degrees; 500 steps. Solved: mean
 * return of 475. Source: Barto, Sutton and Anderson (1983) as in Gymnasium, CartPole-v1. Departs: l
 * and m are multiplied by length and mass, f by gain; tilt turns the gravity of the pole [rad].
 */
@HotPath
public final class CartPole extends EquationTask {
  private static final double GRAVITY = 9.8;
  private static final double CART = 1; // kg
  private static final double POLE = .1; // kg
  private static final double HALF = .5; // m
  private static final double FORCE = 10; // N
  private static final double DT = .02;
  private static final double RAIL = 2.4; // m
  private static final double FALLEN = 12 * 2 * Math.PI / 360;
  private static final double SOLVED = 475;
  private static final double BALANCED = 500;

  private final double[] length = parameter("length", 1);
  private final double[] mass = parameter("mass", 1);
  private final double[] gain = parameter("gain", 1);
  private final double[] tilt = parameter("tilt", 0);

  /** Nearly upright. */
  public CartPole() {
    super(
        "CartPole-v1",
        4,
        new ActionSpace.Choice(2),
        500,
        "cart.position",
        "cart.velocity",
        "pole.angle",
        "pole.rate");
  }

  @Override
  protected void begin(Chance chance) {
    for (int i = 0; i < state.length; i++) {
      state[i] = chance.uniform(-.05, .05);
    }
  }

  @Override
  protected double advance(double[] action) {
    double force = (action[0] > .5 ? FORCE : -FORCE) * gain[0];
    double pole = POLE * mass[0];
    double l = HALF * length[0];
    double total = pole + CART;
    double sin = Elementary.sin(state[2]);
    double cos = Elementary.cos(state[2]);
    double gravity = GRAVITY * Elementary.sin(state[2] + tilt[0]);
    double push = (force + pole * l * (state[3] * state[3]) * sin) / total;
    double dw = (gravity - cos * push) / (l * (4.0 / 3 - pole * (cos * cos) / total));
    double dv = push - pole * l * dw * cos / total;
    state[0] += DT * state[1];
    state[1] += DT * dv;
    state[2] += DT * state[3];
    state[3] += DT * dw;
    return 1;
  }

  @Override
  protected boolean isTerminal() {
    return Math.abs(state[0]) > RAIL || Math.abs(state[2]) > FALLEN;
  }

  @Override
  public void observe(double[] observation) {
    System.arraycopy(state, 0, observation, 0, state.length);
  }

  @Override
  public boolean isSuccess(EpisodeScore score) {
    return score.total() >= BALANCED;
  }

  @Override
  public boolean isSolved(double meanReturn, double successShare) {
    return meanReturn >= SOLVED;
  }
}
