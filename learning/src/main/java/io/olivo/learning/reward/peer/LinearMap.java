package io.olivo.learning.reward.peer;

import io.olivo.learning.HotPath;

/** y = W x with W as one row of numbers, output by output. */
@HotPath
final class LinearMap {
  private LinearMap() {}

  static void apply(double[] w, double[] x, double[] y) {
    for (int i = 0; i < y.length; i++) {
      double sum = 0;
      for (int j = 0; j < x.length; j++) {
        sum += w[i * x.length + j] * x[j];
      }
      y[i] = sum;
    }
  }

  /** W += scale d x'. */
  static void addOuter(double[] w, double scale, double[] d, double[] x) {
    for (int i = 0; i < d.length; i++) {
      for (int j = 0; j < x.length; j++) {
        w[i * x.length + j] += scale * d[i] * x[j];
      }
    }
  }
}
