package io.olivo.learning.credit;

import io.olivo.learning.HotPath;
import io.olivo.learning.net.DenseNet;
import io.olivo.learning.net.Kernels;
import io.olivo.learning.net.Mat;
import io.olivo.learning.net.Vec;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;

/**
 * Targets a small, gradient-adjusted step away from the activity, sent down by the inverse of each
 * layer: GAIT-prop. With small steps it is {@link ErrorFeedback} over {@link Inverse}:
 *
 * <pre>
 * g(h_l)  = f^-1(h_l) P'                            inverse of a layer, P of {@link Inverse}
 * t_l-1   = g(h_l + s f'(a_l)^2 . (t_l - h_l))      target, s small
 *         = h_(l-1) + s (f'(a_l) . (t_l - h_l)) P'  to first order in s
 * delta_l = f'(a_l) . (h_l - t_l) / s^(L-l)
 *         = f'(a_l) . (delta_(l+1) P')
 * </pre>
 *
 * <p>and, where it is wanted, a pull on W_2 .. W_L down the slope of |W'W - I|^2 / 4:
 *
 * <pre>
 * dW_l = pull (W W'W - W),   at most as long as pull W
 * </pre>
 *
 * <p>Where the columns of W_2 .. W_L (rows, of those wider than tall) are orthonormal the rule is
 * backprop; {@code NetSpec.withOrthogonalWeights} begins there. The pull goes through the sink, as
 * often as P is computed and as many times stronger. Source: Ahmad, van Gerven and Ambrogioni
 * (2020), NeurIPS, arXiv 2006.06438. Departs in the linearised target, in the ridge of P, in
 * pulling the lengths of columns too, and in layers of any width.
 */
@HotPath
public final class GaitProp implements FeedbackPath {
  static final Traits TRAITS =
      new Traits(
          Signal.ERROR,
          Transport.INVERSE,
          2,
          false,
          false,
          4,
          "an oracle for rules that send targets; on a robot where an inverse is at hand",
          "Ahmad, van Gerven and Ambrogioni (2020), arXiv 2006.06438");

  private final DenseNet net;
  private final Kernels kernels;
  private final Inverse inverse;
  private final double pull;
  private final Mat[] square; // W W' or W'W, the smaller, of layer l
  private final Mat[] slope; // W W'W - W
  private final Vec[] silence; // biases are not pulled

  /**
   * @param samples number of samples of a step
   * @param ridge in squares of weights
   * @param every samples between computations of P
   * @param pull per step; 0 does without
   */
  public GaitProp(DenseNet net, int samples, double ridge, int every, double pull) {
    this.net = net;
    kernels = net.kernels();
    inverse = new Inverse(net, samples, ridge, every, TRAITS);
    this.pull = pull * Math.max(1, every / samples);
    int upper = net.layers() - 1;
    square = new Mat[upper];
    slope = new Mat[upper];
    silence = new Vec[upper];
    for (int l = 2; l <= net.layers(); l++) {
      int side = Math.min(net.width(l - 1), net.width(l));
      square[l - 2] = kernels.mat(side, side);
      slope[l - 2] = kernels.mat(net.width(l - 1), net.width(l));
      silence[l - 2] = kernels.vec(net.width(l));
    }
  }

  @Override
  public Traits traits() {
    return TRAITS;
  }

  @Override
  public void back(int l, Mat d, Mat y) {
    inverse.back(l, d, y);
  }

  @Override
  public void follow(int l, UpdateSink sink) {
    if (pull > 0 && inverse.isDue()) {
      tilt(net.weight(l), square[l - 2], slope[l - 2]);
      sink.along(l, pull * reach(net.weight(l), slope[l - 2]), slope[l - 2], silence[l - 2]);
    }
  }

  /** So that large weights, whose slope is the third power of them, are not thrown about. */
  private double reach(Mat w, Mat y) {
    double steep = kernels.dot(y, y);
    return steep > 0 ? Math.min(1, Math.sqrt(kernels.dot(w, w) / steep)) : 1;
  }

  /** y = W W'W - W. */
  private void tilt(Mat w, Mat s, Mat y) {
    if (w.rows() < w.cols()) {
      kernels.timesTransposed(s, w, w);
      kernels.times(y, s, w);
    } else {
      kernels.fill(s, 0);
      kernels.addOuter(s, 1, w, w);
      kernels.times(y, w, s);
    }
    kernels.add(y, -1, w);
  }

  @Override
  public void maintain() {
    inverse.maintain();
  }

  @Override
  public long extraMacs(int samples) {
    long slopes = 0;
    for (int l = 2; pull > 0 && l <= net.layers(); l++) {
      slopes += 2L * square[l - 2].rows() * net.width(l - 1) * net.width(l);
    }
    return inverse.extraMacs(samples) + slopes / inverse.every();
  }

  @Override
  public void save(StateWriter out) {
    inverse.save(out);
  }

  @Override
  public void load(StateReader in) {
    inverse.load(in);
  }
}
