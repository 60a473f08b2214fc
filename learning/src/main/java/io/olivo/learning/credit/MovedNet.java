package io.olivo.learning.credit;

import io.olivo.learning.Chance;
import io.olivo.learning.HotPath;
import io.olivo.learning.net.DenseNet;
import io.olivo.learning.net.Kernels;
import io.olivo.learning.net.Mat;
import io.olivo.learning.net.Pass;
import io.olivo.learning.net.Vec;

/** A copy of a net whose parameters are moved along a direction; the net itself stays as it is. */
@HotPath
final class MovedNet {
  private final DenseNet net;
  private final DenseNet moved;
  private final Kernels kernels;
  private final Pass pass;
  private final Mat[] direction;
  private final Vec[] biasDirection;

  MovedNet(DenseNet net, int samples) {
    this.net = net;
    kernels = net.kernels();
    moved = new DenseNet(net.spec(), kernels, new Chance(0)); // first weights are overwritten
    pass = moved.pass(samples);
    direction = new Mat[net.layers()];
    biasDirection = new Vec[net.layers()];
    for (int l = 1; l <= net.layers(); l++) {
      direction[l - 1] = kernels.mat(net.width(l - 1), net.width(l));
      biasDirection[l - 1] = kernels.vec(net.width(l));
    }
  }

  /** Direction of W_l, to be filled. */
  Mat direction(int l) {
    return direction[l - 1];
  }

  /** Direction of b_l, to be filled. */
  Vec biasDirection(int l) {
    return biasDirection[l - 1];
  }

  /** Output of the net with parameters W + share direction, overwritten by the next call. */
  Mat output(Mat input, double share) {
    for (int l = 1; l <= net.layers(); l++) {
      kernels.copy(moved.weight(l), net.weight(l));
      kernels.add(moved.weight(l), share, direction(l));
      kernels.copy(moved.bias(l), net.bias(l));
      kernels.add(moved.bias(l), share, biasDirection(l));
    }
    kernels.copy(pass.input(), input);
    pass.forward();
    return pass.output();
  }
}
