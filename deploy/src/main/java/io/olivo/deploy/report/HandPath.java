package io.olivo.deploy.report;

/**
 * Where the hand went, x and y in metres.
 *
 * @param desired where it should go
 * @param baseline where it goes without learning
 * @param start where it goes when learning has just begun
 * @param learned where it goes at the end
 */
public record HandPath(Series desired, Series baseline, Series start, Series learned) {

  /** How far a path strays from the desired one, root mean square over its points [m]. */
  double stray(Series path) {
    double sum = 0;
    int n = 0;
    for (int i = 0; i < path.x().length; i++) {
      double squared = squaredDistance(path.x()[i], path.y()[i]);
      if (Double.isFinite(squared)) {
        sum += squared;
        n++;
      }
    }
    return n == 0 ? Double.NaN : Math.sqrt(sum / n);
  }

  private double squaredDistance(double px, double py) {
    double[] x = desired.x();
    double[] y = desired.y();
    double nearest = Double.POSITIVE_INFINITY;
    for (int i = 1; i < x.length; i++) {
      nearest =
          Math.min(
              nearest, toSegment(px - x[i - 1], py - y[i - 1], x[i] - x[i - 1], y[i] - y[i - 1]));
    }
    return nearest;
  }

  /** Squared distance of point p from the segment 0..d. */
  private static double toSegment(double px, double py, double dx, double dy) {
    double length = dx * dx + dy * dy;
    double along = length > 0 ? Math.clamp((px * dx + py * dy) / length, 0, 1) : 0;
    double ex = px - along * dx;
    double ey = py - along * dy;
    return ex * ex + ey * ey;
  }
}
