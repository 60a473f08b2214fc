package io.olivo.learning.credit;

import io.olivo.learning.HotPath;
import io.olivo.learning.net.DenseNet;
import io.olivo.learning.net.Mat;

/**
 * B_l = W_l: backprop, the reference of all others.
 *
 * <p>Source: Rumelhart, Hinton and Williams (1986), Nature 323:533.
 */
@HotPath
public final class Transpose implements FeedbackPath {
  static final Traits TRAITS =
      new Traits(
          Signal.ERROR,
          Transport.FULL,
          2,
          false,
          false,
          100,
          "reference, and fallback for every map that is learned off the robot",
          "Rumelhart, Hinton and Williams (1986), Nature 323:533");

  private final DenseNet net;

  /** The weights of this net, as they are. */
  public Transpose(DenseNet net) {
    this.net = net;
  }

  @Override
  public Traits traits() {
    return TRAITS;
  }

  @Override
  public void back(int l, Mat d, Mat y) {
    net.kernels().timesTransposed(y, d, net.weight(l));
  }
}
