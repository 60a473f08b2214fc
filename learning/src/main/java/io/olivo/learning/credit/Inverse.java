package io.olivo.learning.credit;

import io.olivo.learning.HotPath;
import io.olivo.learning.net.DenseNet;
import io.olivo.learning.net.Kernels;
import io.olivo.learning.net.Mat;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;

/**
 * B_l is a regularised pseudo-inverse of W_l, computed anew now and then.
 *
 * <pre>
 * P = W (W'W + r I)^-1,   y = (1 + r) d P'
 * </pre>
 *
 * <p>With r = 0 and W no wider than tall, y is the least change of the activity below that makes
 * the drive change by d. The factor leaves y as it is where the singular values of W are 1: there P
 * is (1 + r)^-1 W, and the path is that of backprop. The larger r is, the nearer to it the path is
 * for other W, too. Shapes: P [width l-1][width l].
 */
@HotPath
public final class Inverse implements FeedbackPath {
  private final DenseNet net;
  private final Kernels kernels;
  private final Traits traits;
  private final FeedbackWeights inverse;
  private final RidgeInverse[] solver; // [layer - 2]
  private final double ridge;
  private final int samples;
  private final int every;
  private long seen; // samples since the last computation

  /**
   * Inverts for the first time.
   *
   * @param samples number of samples of a step
   * @param ridge r, in squares of weights
   * @param every samples between computations
   * @param traits of the rule that it is part of
   */
  Inverse(DenseNet net, int samples, double ridge, int every, Traits traits) {
    this.net = net;
    this.samples = samples;
    this.ridge = ridge;
    this.every = every;
    this.traits = traits;
    kernels = net.kernels();
    inverse = new FeedbackWeights(net);
    solver = new RidgeInverse[Math.max(0, net.layers() - 1)];
    for (int l = 2; l <= net.layers(); l++) {
      solver[l - 2] = new RidgeInverse(kernels, net.width(l - 1), net.width(l), ridge);
    }
    invert();
  }

  private void invert() {
    for (int l = 2; l <= net.layers(); l++) {
      solver[l - 2].invert(net.weight(l), inverse.of(l));
    }
  }

  @Override
  public Traits traits() {
    return traits;
  }

  /** Whether the next {@link #maintain} computes P. */
  boolean isDue() {
    return seen + samples >= every;
  }

  @Override
  public void back(int l, Mat d, Mat y) {
    kernels.timesTransposed(y, d, inverse.of(l));
    kernels.scale(y, 1 + ridge);
  }

  @Override
  public void maintain() {
    boolean due = isDue();
    seen = due ? 0 : seen + samples;
    if (due) {
      invert();
    }
  }

  @Override
  public long extraMacs(int samples) {
    long macs = 0;
    for (RidgeInverse one : solver) {
      macs += one.macs();
    }
    return macs / every();
  }

  /** Samples between computations, at least those of a step. */
  int every() {
    return Math.max(samples, every);
  }

  @Override
  public void save(StateWriter out) {
    inverse.save(out, "path.p");
    out.put("path.seen", seen);
  }

  @Override
  public void load(StateReader in) {
    inverse.load(in, "path.p");
    seen = in.getLong("path.seen");
  }
}
