package io.olivo.sim.train;

import java.util.Arrays;

/**
 * A square sheet of pixels that knows how far each pixel's middle is from the nearest stroke.
 *
 * <pre>
 * d^2 = |p - a - t (b - a)|^2,   t = clamp((p - a).(b - a) / |b - a|^2, 0, 1)
 * </pre>
 */
final class Sheet {
  private final int side; // pixel
  private final double[] nearest; // d^2 [row * side + column] pixel^2

  Sheet(int side) {
    this.side = side;
    nearest = new double[side * side];
    clear();
  }

  void clear() {
    Arrays.fill(nearest, Double.POSITIVE_INFINITY);
  }

  /**
   * Joins the points by straight lines.
   *
   * @param stroke x, y, x, y ... [pixel], at least two points
   */
  void draw(double[] stroke) {
    for (int i = 0; i + 3 < stroke.length; i += 2) {
      line(stroke[i], stroke[i + 1], stroke[i + 2] - stroke[i], stroke[i + 3] - stroke[i + 1]);
    }
  }

  /** From (ax, ay) on by (dx, dy). */
  private void line(double ax, double ay, double dx, double dy) {
    double square = Math.max(dx * dx + dy * dy, Double.MIN_NORMAL); // a point is a line too
    for (int i = 0; i < nearest.length; i++) {
      int row = i / side;
      double px = i - row * side + .5 - ax;
      double py = row + .5 - ay;
      double t = Math.clamp((px * dx + py * dy) / square, 0.0, 1.0);
      double x = px - t * dx;
      double y = py - t * dy;
      nearest[i] = Math.min(nearest[i], x * x + y * y);
    }
  }

  /** d^2 of a pixel, numbered along rows from the top left [pixel^2]. */
  double squaredDistance(int pixel) {
    return nearest[pixel];
  }
}
