package io.olivo.learning.credit;

import io.olivo.learning.Chance;
import io.olivo.learning.HotPath;
import io.olivo.learning.net.DenseNet;
import io.olivo.learning.net.Kernels;
import io.olivo.learning.net.Mat;
import io.olivo.learning.net.MatState;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;

/** One matrix B_l per layer 2 .. L, of the shape of W_l. */
@HotPath
final class FeedbackWeights {
  private final Kernels kernels;
  private final Mat[] weight;

  /** Zeros. */
  FeedbackWeights(DenseNet net) {
    kernels = net.kernels();
    weight = new Mat[Math.max(0, net.layers() - 1)];
    for (int l = 2; l <= net.layers(); l++) {
      weight[l - 2] = kernels.mat(net.width(l - 1), net.width(l));
    }
  }

  /** N(0, 1 / rows), as first forward weights are. */
  FeedbackWeights(DenseNet net, Chance chance) {
    this(net);
    draw(chance);
  }

  void draw(Chance chance) {
    for (Mat one : weight) {
      kernels.fillNormal(one, chance, 1 / Math.sqrt(one.rows()));
    }
  }

  /** B_l, l = 2 .. L. */
  Mat of(int l) {
    return weight[l - 2];
  }

  void save(StateWriter out, String name) {
    for (int l = 2; l < weight.length + 2; l++) {
      MatState.save(kernels, of(l), out, out.name(name, l));
    }
  }

  void load(StateReader in, String name) {
    for (int l = 2; l < weight.length + 2; l++) {
      MatState.load(kernels, of(l), in, name + l);
    }
  }
}
