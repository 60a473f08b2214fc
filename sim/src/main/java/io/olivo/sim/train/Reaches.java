package io.olivo.sim.train;

import io.olivo.learning.Chance;

/**
 * Endless minimum-jerk reaches of two joints between goals near a wandering centre.
 *
 * <pre>
 * q = a + (b - a) (10 s^3 - 15 s^4 + 6 s^5),   s = t/T,   T in .4 .. 1 s
 * c = clamp(c + .35 n),   b = clamp(c + .5 n)    n normal; per reach [rad]
 * </pre>
 *
 * <p>So what comes next looks like what came last: a learner sees one corner of the workspace for
 * seconds. Source: Flash and Hogan (1985), J Neurosci 5:1688.
 */
final class Reaches {
  static final double[] LOWEST_GOAL = {-1.6, 0}; // rad
  static final double[] HIGHEST_GOAL = {2.2, 2.7};
  private static final double[] LOWEST_CENTRE = {-1.2, .2};
  private static final double[] HIGHEST_CENTRE = {1.8, 2.4};
  private static final double CENTRE_STEP = .35;
  private static final double GOAL_SPREAD = .5;
  private static final int JOINTS = 2;

  private final Chance chance;
  private final double dtSeconds;
  private final double[] centre = {.5, 1};
  private final double[] from = {.5, 1};
  private final double[] goal = {.5, 1};
  private int step;
  private int steps; // of the present reach

  Reaches(Chance chance, double dtSeconds) {
    this.chance = chance;
    this.dtSeconds = dtSeconds;
  }

  /**
   * One tick on.
   *
   * @param motion filled: positions, velocities, accelerations [3 * joint] rad, s
   */
  void next(double[] motion) {
    if (step == steps) {
      begin();
    }
    step++;
    double duration = steps * dtSeconds;
    double s = (double) step / steps;
    double rest = 1 - s;
    double place = s * s * s * (10 - 15 * s + 6 * s * s);
    double speed = 30 * s * s * rest * rest / duration;
    double growth = 60 * s * rest * (1 - 2 * s) / (duration * duration);
    for (int i = 0; i < JOINTS; i++) {
      double way = goal[i] - from[i];
      motion[i] = from[i] + way * place;
      motion[JOINTS + i] = way * speed;
      motion[2 * JOINTS + i] = way * growth;
    }
  }

  private void begin() {
    for (int i = 0; i < JOINTS; i++) {
      from[i] = goal[i];
      centre[i] = near(centre[i], CENTRE_STEP, LOWEST_CENTRE[i], HIGHEST_CENTRE[i]);
      goal[i] = near(centre[i], GOAL_SPREAD, LOWEST_GOAL[i], HIGHEST_GOAL[i]);
    }
    step = 0;
    steps = (int) (chance.uniform(.4, 1) / dtSeconds);
  }

  private double near(double place, double spread, double low, double high) {
    return Math.clamp(place + spread * chance.normal(), low, high);
  }
}
