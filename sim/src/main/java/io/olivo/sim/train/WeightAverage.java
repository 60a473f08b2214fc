package io.olivo.sim.train;

import io.olivo.learning.net.DenseNet;
import io.olivo.learning.net.Kernels;
import io.olivo.learning.net.Mat;
import java.util.ArrayList;
import java.util.List;

/**
 * The mean of a net's weights over several moments. A constant step leaves the weights jittering
 * around a good place; the mean lies nearer to it.
 *
 * <p>Source: Polyak and Juditsky (1992), SIAM J Control Optim 30:838.
 */
final class WeightAverage {
  private final Kernels kernels;
  private final List<Mat> weights = new ArrayList<>();
  private final List<Mat> sums = new ArrayList<>();
  private int taken;

  WeightAverage(Kernels kernels, DenseNet net) {
    this.kernels = kernels;
    for (int l = 1; l <= net.layers(); l++) {
      add(net.weight(l));
      add(net.bias(l));
    }
  }

  private void add(Mat mat) {
    weights.add(mat);
    sums.add(kernels.mat(mat.rows(), mat.cols()));
  }

  /** Takes the weights of this moment in. */
  void take() {
    taken++;
    for (int i = 0; i < sums.size(); i++) {
      kernels.add(sums.get(i), 1, weights.get(i));
    }
  }

  /** Puts the mean into the net, for good. */
  void put() {
    for (int i = 0; i < sums.size() && taken > 0; i++) {
      kernels.copy(weights.get(i), sums.get(i));
      kernels.scale(weights.get(i), 1.0 / taken);
    }
  }
}
