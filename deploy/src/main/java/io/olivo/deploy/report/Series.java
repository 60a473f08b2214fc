package io.olivo.deploy.report;

/**
 * A named line: y over x, in the units of the plot it belongs to. The arrays are not copied.
 *
 * @param name as it is written beside the line
 * @param x [point]
 * @param y [point], NaN where there is no value
 */
@SuppressWarnings("ArrayRecordComponent") // numbers for a plot; nobody compares two series
public record Series(String name, double[] x, double[] y) {
  public Series {
    if (x.length != y.length) {
      throw new IllegalArgumentException(
          "series " + name + " has " + x.length + " x and " + y.length + " y");
    }
  }

  /** The root mean square of the finite y whose x lies in [from, to), NaN when there are none. */
  double rmsBetween(double from, double to) {
    double sum = 0;
    int n = 0;
    for (int i = 0; i < x.length; i++) {
      if (x[i] >= from && x[i] < to && Double.isFinite(y[i])) {
        sum += y[i] * y[i];
        n++;
      }
    }
    return n == 0 ? Double.NaN : Math.sqrt(sum / n);
  }

  /** The first x, NaN when the series is empty. */
  double begin() {
    return x.length == 0 ? Double.NaN : x[0];
  }

  /** The last x, NaN when the series is empty. */
  double end() {
    return x.length == 0 ? Double.NaN : x[x.length - 1];
  }
}
