package io.olivo.sim.throwing;

import io.olivo.learning.HotPath;

/**
 * How far to swing for a distance, by what an engineer knows: an arm that does what it is told, a
 * hand that opens at once, and a ball without drag.
 *
 * <pre>
 * A = c A_usual,   c so that the ball of the perfect swing comes down at the distance
 * </pre>
 *
 * <p>c by bisection: a longer swing throws farther.
 */
@HotPath
final class ThrowPlan {
  private static final double LEAST = .3;
  private static final double MOST = 1;
  private static final int HALVINGS = 24;

  private final Swing swing = new Swing();
  private final Ball ball = new Ball(0, 0);
  private final double[] desired = new double[6];
  private final Hand hand = new Hand();

  /** {@return c for a distance [m]} */
  double scale(double distance) {
    double low = LEAST;
    double high = MOST;
    for (int i = 0; i < HALVINGS; i++) {
      double middle = .5 * (low + high);
      if (landing(middle) < distance) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return .5 * (low + high);
  }

  /** {@return where the ball of a perfect swing comes down [m]} */
  double landing(double scale) {
    swing.set(scale * Swing.USUAL[0], scale * Swing.USUAL[1]);
    swing.at(ThrowingArm.RELEASE_TICK * ThrowingArm.DT, desired);
    hand.look(desired[0], desired[1], desired[2], desired[3]);
    return hand.landing(ball);
  }
}
