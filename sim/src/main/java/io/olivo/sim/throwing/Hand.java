package io.olivo.sim.throwing;

import io.olivo.learning.Elementary;
import io.olivo.learning.HotPath;

/**
 * Place and velocity of the arm's hand; x forward, y above the ground.
 *
 * <pre>
 * x = l sin q1 + l sin(q1 + q2),   y = shoulder - l cos q1 - l cos(q1 + q2)     l .3 m
 * </pre>
 */
@HotPath
final class Hand {
  private static final double LINK = .3; // m
  private static final double SHOULDER = 1.2; // m above the ground

  private double x;
  private double y;
  private double vx;
  private double vy;

  /** Looks where joints [rad] and their rates [rad/s] have it. */
  void look(double q1, double q2, double w1, double w2) {
    double sin1 = Elementary.sin(q1);
    double cos1 = Elementary.cos(q1);
    double sin = Elementary.sin(q1 + q2);
    double cos = Elementary.cos(q1 + q2);
    x = LINK * (sin1 + sin);
    y = SHOULDER - LINK * (cos1 + cos);
    vx = LINK * (cos1 * w1 + cos * (w1 + w2));
    vy = LINK * (sin1 * w1 + sin * (w1 + w2));
  }

  /** {@return where a ball comes down that it lets go now [m]} */
  double landing(Ball ball) {
    return ball.landing(x, y, vx, vy);
  }
}
