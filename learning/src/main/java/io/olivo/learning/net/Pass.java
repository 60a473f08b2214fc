package io.olivo.learning.net;

import io.olivo.learning.HotPath;

/**
 * The activities of one forward pass through a {@link DenseNet}, h_0 to h_L [sample][width l], and
 * the way back through its units.
 */
@HotPath
public final class Pass {
  private final DenseNet net;
  private final Kernels kernels;
  private final Mat[] activity; // h_l
  private final Mat[] normal; // normalised drive; empty where there is no normalisation
  private final Vec[] inverse; // 1 / deviation of the drive [sample]

  Pass(DenseNet net, int samples) {
    this.net = net;
    kernels = net.kernels();
    int all = net.layers() + 1;
    activity = new Mat[all];
    normal = new Mat[all];
    inverse = new Vec[all];
    for (int l = 0; l < all; l++) {
      int width = net.width(l);
      activity[l] = kernels.mat(samples, width);
      boolean isNormalised = l > 0 && net.isNormalised(l);
      normal[l] = kernels.mat(isNormalised ? samples : 0, isNormalised ? width : 0);
      inverse[l] = kernels.vec(isNormalised ? samples : 0);
    }
  }

  /** h_l; h_0 is the input. */
  public Mat activity(int l) {
    return activity[l];
  }

  /** The input, to be filled by the caller. */
  public Mat input() {
    return activity[0];
  }

  /** o = h_L. */
  public Mat output() {
    return activity[net.layers()];
  }

  /** Number of samples. */
  public int samples() {
    return activity[0].rows();
  }

  /** Computes every activity from the input that is there. */
  public void forward() {
    for (int l = 1; l <= net.layers(); l++) {
      kernels.affine(activity[l], activity[l - 1], net.weight(l), net.bias(l));
      throughUnits(l);
    }
  }

  /** Turns what stands in h_l, a drive a_l, into the activity of layer l. */
  public void throughUnits(int l) {
    if (net.isNormalised(l)) {
      kernels.normaliseRows(activity[l], inverse[l]);
      kernels.copy(normal[l], activity[l]);
    }
    kernels.activate(net.activation(l), activity[l], activity[l]);
  }

  /**
   * From teaching at the activity, dL/dh_l, to teaching at the drive, dL/da_l, in place.
   *
   * @param d [sample][width l]
   */
  public void backThroughUnits(int l, Mat d) {
    kernels.timesSlope(net.activation(l), d, activity[l]);
    if (net.isNormalised(l)) {
      kernels.normaliseRowsBack(d, normal[l], inverse[l]);
    }
  }
}
