package io.olivo.learning.credit;

import io.olivo.learning.HotPath;
import io.olivo.learning.net.Kernels;
import io.olivo.learning.net.Mat;
import java.util.Arrays;

/**
 * The regularised right pseudo-inverse of a matrix, in its own shape and in double precision.
 *
 * <pre>
 * P = W (W'W + r I)^-1 = (W W' + r I)^-1 W     the way round that has fewer equations
 * S = C C'                                     Cholesky; C lower triangular [k][k]
 * S p_n = w_n                                  for each of the m columns or rows of W
 * </pre>
 *
 * <p>Where the columns of W, or the rows of one that is wider than tall, are orthonormal and r = 0,
 * P = W. With r above 0 any finite W will do; with r = 0 it must have full rank. Cost: k^2 (1.5 m +
 * k / 6), k the smaller side, m the larger.
 */
@HotPath
final class RidgeInverse {
  private final Kernels kernels;
  private final double ridge;
  private final boolean isWide;
  private final double[] row; // one row of W
  private final double[][] side; // w_n, then p_n [m][k]
  private final double[][] factor; // the lower triangle of S, then C [k][k]

  /**
   * For matrices of this shape.
   *
   * @param ridge r, 0 or more
   */
  RidgeInverse(Kernels kernels, int rows, int cols, double ridge) {
    if (!(ridge >= 0)) {
      throw new IllegalArgumentException("ridge must be 0 or more, got " + ridge);
    }
    this.kernels = kernels;
    this.ridge = ridge;
    isWide = cols > rows;
    row = new double[cols];
    side = new double[Math.max(rows, cols)][Math.min(rows, cols)];
    factor = new double[Math.min(rows, cols)][Math.min(rows, cols)];
  }

  /** Fills p, of the shape of w. */
  void invert(Mat w, Mat p) {
    take(w);
    gram();
    decompose();
    for (double[] one : side) {
      solve(one);
    }
    give(p);
  }

  /** Multiply-accumulates of one {@link #invert}. */
  long macs() {
    long k = factor.length;
    return k * k * (3L * side.length / 2) + k * k * k / 6;
  }

  private void take(Mat w) {
    for (int i = 0; i < w.rows(); i++) {
      if (isWide) {
        kernels.get(w, i, row);
        for (int j = 0; j < row.length; j++) {
          side[j][i] = row[j];
        }
      } else {
        kernels.get(w, i, side[i]);
      }
    }
  }

  private void give(Mat p) {
    for (int i = 0; i < p.rows(); i++) {
      for (int j = 0; j < row.length; j++) {
        row[j] = isWide ? side[j][i] : side[i][j];
      }
      kernels.put(p, i, row);
    }
  }

  private void gram() {
    for (int i = 0; i < factor.length; i++) {
      Arrays.fill(factor[i], 0);
      factor[i][i] = ridge;
    }
    for (double[] one : side) {
      for (int i = 0; i < factor.length; i++) {
        addTo(factor[i], one[i], one, i + 1);
      }
    }
  }

  private void decompose() {
    for (int i = 0; i < factor.length; i++) {
      for (int j = 0; j < i; j++) {
        factor[i][j] = (factor[i][j] - dot(factor[i], factor[j], j)) / factor[j][j];
      }
      factor[i][i] = Math.sqrt(factor[i][i] - dot(factor[i], factor[i], i));
    }
  }

  private void solve(double[] x) {
    for (int i = 0; i < x.length; i++) {
      x[i] = (x[i] - dot(factor[i], x, i)) / factor[i][i];
    }
    for (int i = x.length - 1; i >= 0; i--) {
      x[i] /= factor[i][i];
      addTo(x, -x[i], factor[i], i);
    }
  }

  /** The first n of y += scale x. */
  private static void addTo(double[] y, double scale, double[] x, int n) {
    for (int i = 0; i < n; i++) {
      y[i] += scale * x[i];
    }
  }

  /** Of the first n. */
  private static double dot(double[] a, double[] b, int n) {
    double sum = 0;
    for (int i = 0; i < n; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
