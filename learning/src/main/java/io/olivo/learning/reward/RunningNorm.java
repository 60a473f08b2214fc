package io.olivo.learning.reward;

import io.olivo.learning.HotPath;
import io.olivo.learning.Rows;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;

/**
 * Running z-score of a stream: all that was seen counts alike.
 *
 * <pre>
 * n = n + 1;  d = v - m;  m = m + d / n;  p = p + d (v - m)
 * x = clip((v - m) / sqrt(p / (n - 1) + 1e-8), +-10)          variance 1 while n &lt; 2
 * </pre>
 *
 * <p>Shapes: v, x, m, p: d. Units: v and m the input's, x 1. Source: Welford (1962), Technometrics
 * 4:419.
 */
@HotPath
public final class RunningNorm {
  /** Largest z-score. */
  static final double WIDEST = 10;

  private static final double LEAST_VARIANCE = 1e-8;

  private final double[] mean; // m
  private final double[] squares; // p
  private double rows; // n

  /** Has seen nothing yet. */
  public RunningNorm(int inputs) {
    mean = new double[inputs];
    squares = new double[inputs];
  }

  /** Takes one more row into mean and deviation. */
  public void observe(double[] values) {
    rows++;
    double share = 1 / rows;
    for (int i = 0; i < mean.length; i++) {
      double d = values[i] - mean[i];
      mean[i] += d * share;
      squares[i] += d * (values[i] - mean[i]);
    }
  }

  /** Fills x of a row. */
  public void scale(double[] values, double[] scaled) {
    for (int i = 0; i < mean.length; i++) {
      scaled[i] = (values[i] - mean[i]) / deviation(i);
    }
    Rows.bound(scaled, WIDEST);
  }

  /** The standard deviation of one input, a little more than nothing. */
  double deviation(int input) {
    double variance = rows < 2 ? 1 : squares[input] / (rows - 1);
    return Math.sqrt(variance + LEAST_VARIANCE);
  }

  /** Becomes a copy of another one. */
  public void copyFrom(RunningNorm other) {
    Rows.copy(other.mean, mean);
    Rows.copy(other.squares, squares);
    rows = other.rows;
  }

  /** Writes itself under names that begin so. */
  public void save(StateWriter out, String name) {
    out.put(out.name(name, ".rows"), rows);
    out.put(out.name(name, ".mean"), mean);
    out.put(out.name(name, ".squares"), squares);
  }

  /** Takes it back. */
  public void load(StateReader in, String name) {
    rows = in.getDouble(in.name(name, ".rows"));
    in.get(in.name(name, ".mean"), mean);
    in.get(in.name(name, ".squares"), squares);
  }
}
