package io.olivo.learning.credit;

import io.olivo.learning.Chance;
import io.olivo.learning.HotPath;
import io.olivo.learning.net.DenseNet;
import io.olivo.learning.net.Kernels;
import io.olivo.learning.net.Mat;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;

/** A way back over matrices of its own, B_l. */
@HotPath
abstract class StoredPath implements FeedbackPath {
  final DenseNet net;
  final Kernels kernels;
  private final FeedbackWeights weights;
  private final Traits traits;

  StoredPath(DenseNet net, Chance chance, Traits traits) {
    this.net = net;
    this.traits = traits;
    kernels = net.kernels();
    weights = new FeedbackWeights(net, chance);
  }

  @Override
  public final Traits traits() {
    return traits;
  }

  /** B_l [width l-1][width l], l = 2 .. L. */
  final Mat feedback(int l) {
    return weights.of(l);
  }

  @Override
  public void back(int l, Mat d, Mat y) {
    kernels.timesTransposed(y, d, feedback(l));
  }

  @Override
  public void save(StateWriter out) {
    weights.save(out, "path.b");
  }

  @Override
  public void load(StateReader in) {
    weights.load(in, "path.b");
  }
}
