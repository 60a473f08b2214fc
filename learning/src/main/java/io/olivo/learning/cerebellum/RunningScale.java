package io.olivo.learning.cerebellum;

import io.olivo.learning.HotPath;
import java.util.Arrays;

/**
 * Standardises a stream by what it has shown so far; the scales settle, then stretch only.
 *
 * <pre>
 * n  = min(rows, settled);  a = 1/n                    rows observed up to now
 * m += a (v - m);  s2 = (1 - a) (s2 + a (v - m)^2)     running mean and variance, while rows = n
 * x  = clip((v - m) / s, -4, 4)
 * |v - m| &gt; 4 s:  s *= 1.05                            stretch, at any time
 * </pre>
 *
 * <p>Until {@code settled} rows are seen, mean and standard deviation are exactly those of all rows
 * so far. Then they stand still, because features that move under their weights spoil them. An
 * input that wakes up later (a joint that rested first) stretches its scale by 5 % a row until it
 * fits: a thousandfold within 140 rows, while one wild value changes hardly anything.
 *
 * <p>Shapes: v, x, m, s: d. Units: v and m the input's, x 1. Source: Welford (1962), Technometrics
 * 4:419; the stretch is ours.
 */
@HotPath
final class RunningScale {
  private static final double WIDEST = 4; // standard deviations
  private static final double STRETCH = 1.05;
  private static final double LEAST_SHARE = 1e-9; // of the mean: below it an input is constant

  private final long settled;
  private final double[] mean; // m
  private final double[] variance; // s^2, until settled
  private final double[] deviation; // s
  private long rows;

  /**
   * Scales for some inputs.
   *
   * @param settled number of rows after which mean and variance stand still
   */
  RunningScale(int inputs, long settled) {
    this.settled = settled;
    mean = new double[inputs];
    variance = new double[inputs];
    deviation = new double[inputs];
    Arrays.fill(deviation, 1);
  }

  /** Takes one more row into the scales; whether all of it was within them. */
  boolean observe(double[] values) {
    if (rows < settled) {
      rows++;
      follow(values);
    }
    boolean within = true;
    for (int i = 0; i < mean.length; i++) {
      if (Math.abs(values[i] - mean[i]) > WIDEST * deviation[i]) {
        deviation[i] *= STRETCH;
        within = false;
      }
    }
    return within;
  }

  private void follow(double[] values) {
    double share = 1.0 / rows;
    for (int i = 0; i < mean.length; i++) {
      double off = values[i] - mean[i];
      mean[i] += share * off;
      variance[i] = (1 - share) * (variance[i] + share * off * off);
      double least = LEAST_SHARE * (Math.abs(mean[i]) + LEAST_SHARE);
      deviation[i] = Math.max(Math.sqrt(variance[i]), least);
    }
  }

  /** x of a row. */
  void scale(double[] values, double[] scaled) {
    for (int i = 0; i < mean.length; i++) {
      double x = (values[i] - mean[i]) / deviation[i];
      scaled[i] = x > WIDEST ? WIDEST : x < -WIDEST ? -WIDEST : x;
    }
  }

  /** m of one input. */
  double mean(int input) {
    return mean[input];
  }

  /** s of one input. */
  double deviation(int input) {
    return deviation[input];
  }
}
