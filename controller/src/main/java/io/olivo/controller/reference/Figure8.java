package io.olivo.controller.reference;

import io.olivo.learning.Elementary;
import io.olivo.learning.HotPath;

/**
 * The bench arm's hand draws a figure of eight in 2.5 s.
 *
 * <pre>
 * x = .28 + .13 sin wt,  y = -.28 + .09 sin 2wt   [m], origin at the shoulder, y up
 * q by inverse kinematics of two links of .3 m, q1 from the downward vertical
 * </pre>
 */
@HotPath
public final class Figure8 implements Trajectory {
  private static final double LINK = .3;
  private static final double OMEGA = 2 * StrictMath.PI / 2.5;

  @Override
  public int joints() {
    return 2;
  }

  @Override
  public void at(double seconds, double[] position) {
    double x = .28 + .13 * Elementary.sin(OMEGA * seconds);
    double y = -.28 + .09 * Elementary.sin(2 * OMEGA * seconds);
    double cosine = (x * x + y * y - 2 * LINK * LINK) / (2 * LINK * LINK);
    double elbow = Elementary.acos(cosine < -1 ? -1 : cosine > 1 ? 1 : cosine);
    double inner =
        Elementary.atan2(LINK * Elementary.sin(elbow), LINK + LINK * Elementary.cos(elbow));
    position[0] = Elementary.atan2(x, -y) - inner;
    position[1] = elbow;
  }
}
