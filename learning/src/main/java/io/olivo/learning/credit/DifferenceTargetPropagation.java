package io.olivo.learning.credit;

import io.olivo.learning.Chance;
import io.olivo.learning.HotPath;
import io.olivo.learning.net.DenseNet;
import io.olivo.learning.net.Mat;
import io.olivo.learning.net.MatState;
import io.olivo.learning.net.Pass;
import io.olivo.learning.net.Vec;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;

/**
 * Targets go down over a learned inverse of each layer; what the inverse gets wrong on the activity
 * itself is taken off.
 *
 * <pre>
 * g_l(h)  = f(h V_l + c_l)                       inverse of layer l, l = 2 .. L-1
 * t_L-1   = h_(L-1) - s dL/dh_(L-1)              the target of the top hidden layer
 * t_(l-1) = h_(l-1) + g_l(t_l) - g_l(h_l)
 * delta_l = f'(a_l) . (h_l - t_l) / s,   delta_L = dL/do
 * dW_l    ~ h_(l-1)' delta_l
 *
 * u = h_(l-1) + sigma n,   r = g_l(f(u W_l + b_l))     upkeep, n normal
 * dV_l, dc_l: the slope of |r - u|^2 / 2
 * </pre>
 *
 * <p>Where g_l(h_l) = h_(l-1) the correction h_(l-1) - g_l(h_l) is 0 and the target is g_l(t_l);
 * where g_l is the identity, the displacement t - h goes down as it is. In a linear net with exact
 * inverses h_l - t_l is the Gauss-Newton step for |h_(L-1) - t_(L-1)|^2, see {@code
 * docs/derivations/target-propagation.md}. Shapes: V_l [width l][width l-1]. Source: Lee, Zhang,
 * Fischer and Bengio (2015), ECML, arXiv 1412.7525. Departs in dividing by s, so that the step size
 * is that of backprop.
 */
@HotPath
public final class DifferenceTargetPropagation extends LayeredRule {
  private static final Traits TRAITS =
      new Traits(
          Signal.ERROR,
          Transport.FULL, // of the last layer alone, for the first target
          3,
          true,
          false,
          7,
          "maps that need an inverse model beside the forward one anyway",
          "Lee, Zhang, Fischer and Bengio (2015), arXiv 1412.7525");

  /** Step of the first target, s. */
  static final double STEP = .5;

  /** Size of the noise, sigma: so large that V also turns back what is far from the activity. */
  static final double NOISE = .5;

  private final double rate;
  private final Pass noisy; // u, and the layer's answer to it
  private final Mat[] shift; // t_l - h_l
  private final Mat[] rebuilt; // g_(l+1) of something, like h_l
  private final Mat[] wrong; // r - u, like h_l
  private final Mat[] inverse; // V_l, l = 2 .. L-1
  private final Vec[] inverseBias; // c_l

  /**
   * Draws the first V.
   *
   * @param rate of V and c
   */
  public DifferenceTargetPropagation(DenseNet net, int samples, Chance chance, double rate) {
    super(net, samples, chance);
    this.rate = rate;
    noisy = net.pass(samples);
    shift = new Mat[layers];
    rebuilt = new Mat[layers];
    wrong = new Mat[layers];
    inverse = new Mat[layers];
    inverseBias = new Vec[layers];
    for (int l = 1; l < layers; l++) {
      shift[l] = activityLike(l);
      rebuilt[l] = activityLike(l);
      wrong[l] = activityLike(l);
    }
    for (int l = 2; l < layers; l++) {
      inverse[l] = kernels.mat(net.width(l), net.width(l - 1));
      inverseBias[l] = kernels.vec(net.width(l - 1));
      kernels.fillNormal(inverse[l], chance, 1 / Math.sqrt(net.width(l)));
    }
  }

  /** V_l [width l][width l-1], l = 2 .. L-1. */
  Mat inverse(int l) {
    return inverse[l];
  }

  /** c_l [width l-1], l = 2 .. L-1. */
  Vec inverseBias(int l) {
    return inverseBias[l];
  }

  @Override
  public Traits traits() {
    return TRAITS;
  }

  @Override
  public void teach(Lesson lesson) {
    lesson.error(pass().output(), delta(layers));
    if (layers > 1) {
      kernels.timesTransposed(shift[layers - 1], delta(layers), net.weight(layers));
      kernels.scale(shift[layers - 1], -STEP);
    }
    for (int l = layers - 1; l >= 1; l--) {
      kernels.copy(delta(l), shift[l]);
      kernels.scale(delta(l), -1 / STEP);
      pass().backThroughUnits(l, delta(l));
      if (l > 1) {
        sendDown(l);
      }
    }
  }

  /** t_(l-1) - h_(l-1) = g_l(t_l) - g_l(h_l). */
  private void sendDown(int l) {
    kernels.add(shift[l], 1, activity(l));
    invert(l, shift[l - 1], shift[l]);
    invert(l, rebuilt[l - 1], activity(l));
    kernels.add(shift[l - 1], -1, rebuilt[l - 1]);
  }

  /** y = g_l(h). */
  private void invert(int l, Mat y, Mat h) {
    kernels.affine(y, h, inverse[l], inverseBias[l]);
    kernels.activate(net.activation(l - 1), y, y);
  }

  @Override
  public void maintain() {
    for (int l = 2; l < layers; l++) {
      rebuild(l, noisy.activity(l - 1), noisy.activity(l), rebuilt[l - 1], wrong[l - 1]);
    }
  }

  private void rebuild(int l, Mat u, Mat answer, Mat r, Mat d) {
    kernels.fillNormal(u, chance, NOISE);
    kernels.add(u, 1, activity(l - 1));
    kernels.affine(answer, u, net.weight(l), net.bias(l));
    noisy.throughUnits(l);
    invert(l, r, answer);
    kernels.copy(d, r);
    kernels.add(d, -1, u);
    kernels.timesSlope(net.activation(l - 1), d, r);
    double share = -rate / u.rows();
    kernels.addOuter(inverse[l], share, answer, d);
    kernels.addColumnSums(inverseBias[l], share, d);
  }

  @Override
  public long macs() {
    long middle = 0;
    for (int l = 2; l < layers; l++) {
      middle += (long) net.width(l - 1) * net.width(l);
    }
    long top = layers > 1 ? (long) net.width(layers - 1) * net.width(layers) : 0;
    return 2 * net.spec().macs() + top + 5 * middle;
  }

  @Override
  public void save(StateWriter out) {
    super.save(out);
    for (int l = 2; l < layers; l++) {
      MatState.save(kernels, inverse[l], out, out.name("inverse.v", l));
      MatState.save(kernels, inverseBias[l], out, out.name("inverse.c", l));
    }
  }

  @Override
  public void load(StateReader in) {
    super.load(in);
    for (int l = 2; l < layers; l++) {
      MatState.load(kernels, inverse[l], in, "inverse.v" + l);
      MatState.load(kernels, inverseBias[l], in, "inverse.c" + l);
    }
  }
}
