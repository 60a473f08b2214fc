package io.olivo.learning.credit;

import io.olivo.learning.net.DoubleRows;
import io.olivo.learning.net.Kernels;

/** One sample of a tiny tanh net with squared loss by plain loops, which share nothing with it. */
record HandNet(double[][] h, double[] error) {
  static HandNet of(TinyTask task) {
    Kernels plain = new DoubleRows();
    int layers = task.net().layers();
    double[][] h = new double[layers + 1][];
    h[0] = Gradients.array(plain, task.input())[0];
    for (int l = 1; l <= layers; l++) {
      double[][] w = Gradients.array(plain, task.net().weight(l));
      double[] b = Gradients.array(plain, task.net().bias(l))[0];
      h[l] = new double[b.length];
      for (int j = 0; j < b.length; j++) {
        double drive = b[j];
        for (int i = 0; i < w.length; i++) {
          drive += h[l - 1][i] * w[i][j];
        }
        h[l][j] = l < layers ? StrictMath.tanh(drive) : drive;
      }
    }
    double[] target = Gradients.array(plain, task.target())[0];
    double[] error = h[layers].clone();
    for (int j = 0; j < error.length; j++) {
      error[j] -= target[j];
    }
    return new HandNet(h, error);
  }

  /** h_l. */
  double[] h(int l) {
    return h[l];
  }

  /**
   * f'(a_l) . (b delta).
   *
   * @param b [width l][width l+1]
   */
  double[] down(int l, double[][] b, double[] delta) {
    double[] below = new double[h[l].length];
    for (int i = 0; i < below.length; i++) {
      double sum = 0;
      for (int j = 0; j < delta.length; j++) {
        sum += b[i][j] * delta[j];
      }
      below[i] = (1 - h[l][i] * h[l][i]) * sum;
    }
    return below;
  }
}
