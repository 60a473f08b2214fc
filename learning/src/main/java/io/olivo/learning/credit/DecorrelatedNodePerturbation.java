package io.olivo.learning.credit;

import io.olivo.learning.Chance;
import io.olivo.learning.HotPath;
import io.olivo.learning.net.DenseNet;
import io.olivo.learning.net.Mat;
import io.olivo.learning.net.Pass;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;

/**
 * Node perturbation of a net that sees decorrelated inputs.
 *
 * <pre>
 * z       = x R
 * a_1     = z W_1 + b_1,  layers above as ever
 * delta_l as in {@link LayerNodePerturbation}, all layers from the loss
 * dW_1    ~ z' delta_1
 * R       = R - alpha R (C - diag C)      C = mean of z' z
 * </pre>
 *
 * <p>The net that acts is R and W together: predictions go through {@link #observe}, and R belongs
 * to the rule's state. Where inputs are correlated the noise of the update piles up in one
 * direction; that is most of what plain node perturbation loses on images. Shapes: z
 * [sample][input], R blocks of about {@value #BLOCK} inputs.
 *
 * <p>Source: Dalm, van Gerven and Ahmad (2023), arXiv 2310.00965. Departs in blocks for R, see
 * {@link Decorrelation}; in decorrelating the net's inputs only, because doing it to hidden layers
 * too made draws dearer and images no better; and in noise of one layer at a time, where the total
 * change of activity of the layer is the noise itself.
 */
@HotPath
public final class DecorrelatedNodePerturbation extends LayerNodePerturbation {
  static final int BLOCK = 112; // 7 in 784 inputs

  private final Decorrelation decorrelation;
  private final Mat seen; // z of the pass observed

  /**
   * Binds the rule.
   *
   * @param draws in layer 1, 1 or more
   * @param alpha rate of R
   */
  public DecorrelatedNodePerturbation(
      DenseNet net, int samples, Chance chance, int draws, double alpha) {
    super(net, samples, chance, Plan.ofLoss(draws));
    decorrelation = new Decorrelation(kernels, samples, net.width(0), BLOCK, alpha);
    seen = activityLike(0);
  }

  /** R. */
  Decorrelation decorrelation() {
    return decorrelation;
  }

  /** The twin never asks for layer 1. */
  @Override
  void drive(int l, Pass of, Mat a) {
    if (l > 1) {
      super.drive(l, of, a);
    } else {
      decorrelation.apply(of.input(), seen);
      kernels.affine(a, seen, net.weight(1), net.bias(1));
    }
  }

  @Override
  Mat pre(int l) {
    return l > 1 ? super.pre(l) : seen;
  }

  @Override
  public void maintain() {
    decorrelation.learn(seen);
  }

  @Override
  public long macs() {
    return super.macs() + 3 * decorrelation.macs();
  }

  @Override
  public void save(StateWriter out) {
    super.save(out);
    decorrelation.save(out, "decorrelation.r");
  }

  @Override
  public void load(StateReader in) {
    super.load(in);
    decorrelation.load(in, "decorrelation.r");
  }
}
