package io.olivo.sim.throwing;

import io.olivo.learning.HotPath;

/**
 * A ball in the air: where it comes down.
 *
 * <pre>
 * dv/dt = (0, -g) - k |v - w| (v - w)        k: drag [1/m],  w: wind along x [m/s]
 * </pre>
 *
 * <p>Semi-implicit Euler, steps of 1 ms; the last one is cut at the ground, y = 0.
 */
@HotPath
final class Ball {
  private static final double GRAVITY = 9.81; // m/s^2
  private static final double H = .001; // s

  private final double drag;
  private final double wind;

  /**
   * @param drag k [1/m]
   * @param wind along x, positive with the throw [m/s]
   */
  Ball(double drag, double wind) {
    this.drag = drag;
    this.wind = wind;
  }

  /** x where it comes down [m], thrown from (x, y) with (vx, vy); y above the ground. */
  double landing(double x, double y, double vx, double vy) {
    while (y > 0) {
      double ax = vx - wind;
      double k = drag * Math.sqrt(ax * ax + vy * vy);
      vx -= H * k * ax;
      vy -= H * (GRAVITY + k * vy);
      double share = y + H * vy < 0 ? -y / vy : H;
      x += share * vx;
      y += H * vy;
    }
    return x;
  }
}
