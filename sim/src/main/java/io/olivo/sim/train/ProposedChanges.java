package io.olivo.sim.train;

import io.olivo.learning.credit.UpdateSink;
import io.olivo.learning.net.DenseNet;
import io.olivo.learning.net.Kernels;
import io.olivo.learning.net.Mat;
import io.olivo.learning.net.Vec;

/** Collects what a rule proposes and changes nothing. */
final class ProposedChanges implements UpdateSink {
  private final Kernels kernels;
  private final Mat[] weights; // [layer]

  ProposedChanges(DenseNet net, Kernels kernels) {
    this.kernels = kernels;
    weights = new Mat[net.layers()];
    for (int l = 1; l <= net.layers(); l++) {
      weights[l - 1] = kernels.mat(net.width(l - 1), net.width(l));
    }
  }

  @Override
  public void pair(int l, Mat pre, Mat delta) {
    kernels.addOuter(weights[l - 1], 1.0 / pre.rows(), pre, delta);
  }

  @Override
  public void along(int l, double scale, Mat direction, Vec biases) {
    kernels.add(weights[l - 1], scale, direction);
  }

  @Override
  public void repeat(int l, Mat twin) {}

  /** Between two gradients of one layer [degrees]; NaN when one of them is 0. */
  double degrees(int l, ProposedChanges other) {
    Mat a = weights[l - 1];
    Mat b = other.weights[l - 1];
    double sizes = Math.sqrt(kernels.dot(a, a)) * Math.sqrt(kernels.dot(b, b));
    return sizes == 0
        ? Double.NaN
        : Math.toDegrees(StrictMath.acos(Math.clamp(kernels.dot(a, b) / sizes, -1.0, 1.0)));
  }
}
