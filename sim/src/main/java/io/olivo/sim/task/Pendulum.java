package io.olivo.sim.task;

import io.olivo.learning.Chance;
import io.olivo.learning.Elementary;
import io.olivo.learning.HotPath;
import io.olivo.learning.reward.ActionSpace;

/**
 * Swing a pendulum up and hold it there, with a motor too weak to lift it at once.
 *
 * <pre>
 * r   = -(th^2 + .1 w^2 + .001 u^2)           th within +-pi, 0 is upright; u clipped to +-2 N m
 * w  += .05 (3 g/(2 l) sin th + 3 u/(m l^2))  then clipped to +-8 rad/s;  g 10, l 1 m, m 1 kg
 * th += .05 w
 * </pre>
 *
 * <p>Begins anywhere, at up to 1 rad/s; 200 steps. Solved: mean return of -200. Source: Gymnasium,
 * Pendulum-v1. Departs: l and m are multiplied by length and mass, u by gain; tilt turns gravity
 * [rad], friction brakes [1/s].
 */
@HotPath
public final class Pendulum extends EquationTask {
  private static final double GRAVITY = 10;
  private static final double TORQUE = 2; // N m
  private static final double SPEED = 8; // rad/s
  private static final double DT = .05;
  private static final double SOLVED = -200;
  private static final double UPRIGHT = -.1; // reward per step

  private final double[] length = parameter("length", 1);
  private final double[] mass = parameter("mass", 1);
  private final double[] gain = parameter("gain", 1);
  private final double[] tilt = parameter("tilt", 0);
  private final double[] friction = parameter("friction", 0);

  /** Hanging somewhere. */
  public Pendulum() {
    super(
        "Pendulum-v1",
        2,
        new ActionSpace.Bounded(TORQUE),
        200,
        "pole.cos",
        "pole.sin",
        "pole.rate");
  }

  @Override
  protected void begin(Chance chance) {
    state[0] = chance.uniform(-Math.PI, Math.PI);
    state[1] = chance.uniform(-1, 1);
  }

  @Override
  protected double advance(double[] action) {
    double u = Math.clamp(action[0], -TORQUE, TORQUE);
    double th = wrapped(state[0]);
    double w = state[1];
    double l = length[0];
    double pull = 3 * GRAVITY / (2 * l) * Elementary.sin(state[0] - tilt[0]);
    double push = 3 / (mass[0] * (l * l)) * (gain[0] * u);
    state[1] = Math.clamp(w + (pull + push - friction[0] * w) * DT, -SPEED, SPEED);
    state[0] += state[1] * DT;
    return -(th * th + .1 * (w * w) + .001 * (u * u));
  }

  @Override
  protected boolean isTerminal() {
    return false;
  }

  @Override
  public void observe(double[] observation) {
    observation[0] = Elementary.cos(state[0]);
    observation[1] = Elementary.sin(state[0]);
    observation[2] = state[1];
  }

  @Override
  public boolean isSuccess(EpisodeScore score) {
    return score.tail() > UPRIGHT;
  }

  @Override
  public boolean isSolved(double meanReturn, double successShare) {
    return meanReturn >= SOLVED;
  }
}
