package io.olivo.learning.credit;

import io.olivo.learning.Chance;
import io.olivo.learning.HotPath;
import io.olivo.learning.net.DenseNet;
import io.olivo.learning.net.Mat;
import io.olivo.learning.net.Pass;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;

/**
 * Node perturbation of a net whose layers see decorrelated inputs.
 *
 * <pre>
 * z_l     = h_(l-1) R_l
 * a_l     = z_l W_l + b_l
 * delta_l as in {@link LayerNodePerturbation}, all layers from the loss
 * dW_l    ~ z_l' delta_l
 * R_l     = R_l - alpha R_l (C_l - diag C_l)      C_l = mean of z_l' z_l
 * </pre>
 *
 * <p>The net that acts is R and W together: predictions go through {@link #observe}, and R belongs
 * to the rule's state. Correlated inputs make the noise of the update pile up in one direction;
 * that is most of what plain node perturbation loses. Shapes: z_l [sample][width l-1], R_l blocks
 * of about {@value #BLOCK} inputs.
 *
 * <p>Source: Dalm, van Gerven and Ahmad (2023), arXiv 2310.00965. Departs in blocks for R, see
 * {@link Decorrelation}, and in noise of one layer at a time: there the total change of activity of
 * the layer is the noise itself.
 */
@HotPath
public final class DecorrelatedNodePerturbation extends LayerNodePerturbation {
  static final int BLOCK = 112; // 7 in 784 inputs

  private final Decorrelation[] decorrelation;
  private final Mat[] seen; // z_l of the pass observed
  private final Mat[] seenByTwin;

  /**
   * Binds the rule.
   *
   * @param draws in layer 1, 1 or more
   * @param alpha rate of R
   */
  public DecorrelatedNodePerturbation(
      DenseNet net, int samples, Chance chance, int draws, double alpha) {
    super(net, samples, chance, Output.PERTURBED, draws, SIGMA);
    decorrelation = new Decorrelation[layers];
    seen = new Mat[layers];
    seenByTwin = new Mat[layers];
    for (int l = 1; l <= layers; l++) {
      decorrelation[l - 1] = new Decorrelation(kernels, samples, net.width(l - 1), BLOCK, alpha);
      seen[l - 1] = activityLike(l - 1);
      seenByTwin[l - 1] = activityLike(l - 1);
    }
  }

  @Override
  void drive(int l, Pass of, Mat a) {
    Mat z = (of == pass() ? seen : seenByTwin)[l - 1];
    decorrelation[l - 1].apply(of.activity(l - 1), z);
    kernels.affine(a, z, net.weight(l), net.bias(l));
  }

  @Override
  public void emit(UpdateSink sink) {
    for (int l = 1; l <= layers; l++) {
      sink.pair(l, seen[l - 1], delta(l));
    }
  }

  @Override
  public void maintain() {
    for (int l = 1; l <= layers; l++) {
      decorrelation[l - 1].learn(seen[l - 1]);
    }
  }

  @Override
  long macsAbove(int l) {
    long macs = super.macsAbove(l);
    for (int m = l + 1; m <= layers; m++) {
      macs += decorrelation[m - 1].macs();
    }
    return macs;
  }

  @Override
  public long macs() {
    long macs = super.macs();
    for (Decorrelation one : decorrelation) {
      macs += 3 * one.macs();
    }
    return macs;
  }

  @Override
  public void save(StateWriter out) {
    super.save(out);
    for (int l = 1; l <= layers; l++) {
      decorrelation[l - 1].save(out, "decorrelation.r" + l);
    }
  }

  @Override
  public void load(StateReader in) {
    super.load(in);
    for (int l = 1; l <= layers; l++) {
      decorrelation[l - 1].load(in, "decorrelation.r" + l);
    }
  }
}
