package io.olivo.learning.credit;

import io.olivo.learning.net.DenseNet;
import io.olivo.learning.net.Kernels;
import io.olivo.learning.net.Mat;
import io.olivo.learning.net.Vec;

/** Collects what a rule proposes, as gradients [layer][input][unit] and [layer][unit]. */
final class Gradients implements UpdateSink {
  private final Kernels kernels;
  private final Mat[] weights;
  private final Vec[] biases;

  Gradients(DenseNet net) {
    kernels = net.kernels();
    weights = new Mat[net.layers()];
    biases = new Vec[net.layers()];
    for (int l = 1; l <= net.layers(); l++) {
      weights[l - 1] = kernels.mat(net.width(l - 1), net.width(l));
      biases[l - 1] = kernels.vec(net.width(l));
    }
  }

  @Override
  public void pair(int l, Mat pre, Mat delta) {
    kernels.addOuter(weights[l - 1], 1.0 / pre.rows(), pre, delta);
    kernels.addColumnSums(biases[l - 1], 1.0 / pre.rows(), delta);
  }

  @Override
  public void along(int l, double scale, Mat direction, Vec biasDirection) {
    kernels.add(weights[l - 1], scale, direction);
    kernels.add(biases[l - 1], scale, biasDirection);
  }

  @Override
  public void repeat(int l, Mat twin) {}

  /** dL/dW_l [input][unit]. */
  double[][] weights(int l) {
    return array(kernels, weights[l - 1]);
  }

  /** dL/db_l [unit]. */
  double[] biases(int l) {
    return array(kernels, biases[l - 1])[0];
  }

  /** |this - other| / |other| over the weights of one layer. */
  double relativeError(int l, Gradients other) {
    double[] mine = flat(weights(l));
    double[] theirs = flat(other.weights(l));
    double difference = 0;
    double size = 0;
    for (int i = 0; i < mine.length; i++) {
      difference += (mine[i] - theirs[i]) * (mine[i] - theirs[i]);
      size += theirs[i] * theirs[i];
    }
    return Math.sqrt(difference / size);
  }

  /** The largest of {@link #relativeError} over the layers. */
  double relativeError(Gradients other) {
    double worst = 0;
    for (int l = 1; l <= weights.length; l++) {
      worst = Math.max(worst, relativeError(l, other));
    }
    return worst;
  }

  /** Angle between the weights of one layer [degrees]. */
  double degrees(int l, Gradients other) {
    Mat a = weights[l - 1];
    Mat b = other.weights[l - 1];
    return degrees(kernels, a, b);
  }

  static double degrees(Kernels kernels, Mat a, Mat b) {
    double cos = kernels.dot(a, b) / Math.sqrt(kernels.dot(a, a) * kernels.dot(b, b));
    return Math.toDegrees(Math.acos(Math.clamp(cos, -1, 1)));
  }

  static double[][] array(Kernels kernels, Mat mat) {
    double[][] rows = new double[mat.rows()][mat.cols()];
    for (int i = 0; i < rows.length; i++) {
      kernels.get(mat, i, rows[i]);
    }
    return rows;
  }

  private static double[] flat(double[][] rows) {
    double[] all = new double[rows.length * rows[0].length];
    for (int i = 0; i < rows.length; i++) {
      System.arraycopy(rows[i], 0, all, i * rows[i].length, rows[i].length);
    }
    return all;
  }
}
