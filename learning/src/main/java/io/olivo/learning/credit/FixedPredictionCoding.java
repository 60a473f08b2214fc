package io.olivo.learning.credit;

import io.olivo.learning.Chance;
import io.olivo.learning.HotPath;
import io.olivo.learning.net.DenseNet;
import io.olivo.learning.net.Mat;

/**
 * Predictive coding whose predictions stay those of the forward pass while errors settle.
 *
 * <pre>
 * e_L  = -dL/do,   e_l = 0 at first                                    errors of the units
 * e_l += gamma (-e_l + f'(a_l) . (e_(l+1) W_(l+1)'))     T sweeps, all hidden layers at once
 * dW_l ~ -h_(l-1)' e_l
 * </pre>
 *
 * <p>The fixed point is backprop. With gamma = 1 it is reached to the bit after L - 1 sweeps: each
 * sweep carries the error one layer down, and layers that it has not reached do not learn. Here
 * delta_l = -e_l. Source: the fixed-prediction assumption of Millidge, Tschantz and Buckley (2022),
 * Neural Computation 34, arXiv 2006.04182; the net is that of Whittington and Bogacz (2017), Neural
 * Computation 29:1229.
 */
@HotPath
public final class FixedPredictionCoding extends LayeredRule {
  private static final Traits TRAITS =
      new Traits(
          Signal.ERROR,
          Transport.FULL,
          2,
          true,
          false,
          100,
          "where backprop's results are wanted from units that know only their neighbours",
          "Millidge, Tschantz and Buckley (2022), arXiv 2006.04182");

  private final double gamma;
  private final int sweeps; // T
  private final Mat[] sent; // what comes down to layer l

  /** With gamma = 1, and as many sweeps as there are hidden layers. */
  public FixedPredictionCoding(DenseNet net, int samples, Chance chance) {
    this(net, samples, chance, 1, net.layers() - 1);
  }

  /**
   * @param gamma share of the way that an error goes per sweep, in (0, 1]
   * @param sweeps T
   */
  FixedPredictionCoding(DenseNet net, int samples, Chance chance, double gamma, int sweeps) {
    super(net, samples, chance);
    this.gamma = gamma;
    this.sweeps = sweeps;
    sent = new Mat[layers - 1];
    for (int l = 1; l < layers; l++) {
      sent[l - 1] = activityLike(l);
    }
  }

  @Override
  public Traits traits() {
    return TRAITS;
  }

  @Override
  public long macs() {
    long upper = net.spec().macs() - (long) net.width(0) * net.width(1);
    return 2 * net.spec().macs() + sweeps * upper;
  }

  @Override
  public void teach(Lesson lesson) {
    for (int l = 1; l < layers; l++) {
      kernels.fill(delta(l), 0);
    }
    lesson.error(pass().output(), delta(layers));
    for (int t = 0; t < sweeps; t++) {
      sweep();
    }
  }

  /** From the bottom up, so that every layer hears what the one above was before. */
  private void sweep() {
    for (int l = 1; l < layers; l++) {
      Mat down = sent[l - 1];
      kernels.timesTransposed(down, delta(l + 1), net.weight(l + 1));
      pass().backThroughUnits(l, down);
      kernels.scale(delta(l), 1 - gamma);
      kernels.add(delta(l), gamma, down);
    }
  }
}
