package io.olivo.sim.task;

import io.olivo.learning.Chance;
import io.olivo.learning.Elementary;
import io.olivo.learning.HotPath;
import io.olivo.learning.Teaching.Ending;
import io.olivo.learning.reward.ActionSpace;

/**
 * Drive out of a valley with a motor too weak for the slope: first away from the goal.
 *
 * <pre>
 * v += .0015 u - .0025 cos(3 x)    clipped to +-.07; u clipped to +-1
 * x += v                           clipped to -1.2 .. .6; at -1.2 the car stops
 * r  = 100 [x >= .45 and v >= 0] - .1 u^2
 * </pre>
 *
 * <p>The goal ends the episode. Begins at rest between -.6 and -.4; 999 steps. Solved: mean return
 * of 90. Source: Moore (1990) as in Gymnasium, MountainCarContinuous-v0. Departs: double precision,
 * where Gymnasium keeps the state in single; the price is that of the clipped action; u is
 * multiplied by gain.
 */
@HotPath
public final class MountainCar extends EquationTask {
  private static final double LEFT = -1.2;
  private static final double RIGHT = .6;
  private static final double GOAL = .45;
  private static final double FASTEST = .07;
  private static final double SOLVED = 90;

  private final double[] gain = parameter("gain", 1);

  /** At rest in the valley. */
  public MountainCar() {
    super(
        "MountainCarContinuous-v0",
        2,
        new ActionSpace.Bounded(1),
        999,
        "car.position",
        "car.velocity");
  }

  @Override
  protected void begin(Chance chance) {
    state[0] = chance.uniform(-.6, -.4);
    state[1] = 0;
  }

  @Override
  protected double advance(double[] action) {
    double u = Math.clamp(action[0], -1, 1);
    double faster = state[1] + (u * gain[0] * .0015 - .0025 * Elementary.cos(3 * state[0]));
    double v = Math.clamp(faster, -FASTEST, FASTEST);
    double x = Math.clamp(state[0] + v, LEFT, RIGHT);
    state[0] = x;
    state[1] = x == LEFT && v < 0 ? 0 : v;
    return (isTerminal() ? 100 : 0) - .1 * (u * u);
  }

  @Override
  protected boolean isTerminal() {
    return state[0] >= GOAL && state[1] >= 0;
  }

  @Override
  public void observe(double[] observation) {
    observation[0] = state[0];
    observation[1] = state[1];
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
