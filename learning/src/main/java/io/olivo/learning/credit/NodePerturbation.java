package io.olivo.learning.credit;

import io.olivo.learning.Chance;
import io.olivo.learning.HotPath;
import io.olivo.learning.net.DenseNet;
import io.olivo.learning.net.Mat;
import io.olivo.learning.net.Vec;

/**
 * Noise on every drive at once; the loss says whether it was good.
 *
 * <pre>
 * a+_l    = h+_(l-1) W_l + b_l + xi_l         xi ~ N(0, sigma^2), l = 1 .. L
 * delta_l = (L+ - L) xi_l / sigma^2           its mean is dL/da_l as sigma goes to 0
 * dW_l    ~ h_(l-1)' delta_l
 * </pre>
 *
 * <p>Only the loss is asked for, of two passes. The variance of delta grows with the number of
 * units of the whole net, so the class is for nets of tens of units, and for whatever can be shaken
 * but not differentiated. {@link LayerNodePerturbation} is quieter. Shapes: xi_l, delta_l
 * [sample][width l], L [sample].
 *
 * <p>Source: Werfel, Xie and Seung (2005), "Learning curves for stochastic gradient descent in
 * linear feedforward networks", Neural Computation, who have one linear layer.
 */
@HotPath
public final class NodePerturbation extends DrivePerturbation {
  static final double SIGMA = .01; // of a drive, which is about 1

  static final Traits TRAITS =
      new Traits(
          Signal.LOSS,
          Transport.NONE,
          2,
          true,
          true,
          3,
          "small nets before a plant or an actuator that nobody has a model of",
          "Werfel, Xie and Seung (2005), Neural Comput.");

  private final double sigma;

  /** Noise of the usual size. */
  public NodePerturbation(DenseNet net, int samples, Chance chance) {
    this(net, samples, chance, SIGMA);
  }

  /**
   * Binds the rule.
   *
   * @param sigma standard deviation of the noise on a drive
   */
  public NodePerturbation(DenseNet net, int samples, Chance chance, double sigma) {
    super(net, samples, chance);
    this.sigma = sigma;
  }

  @Override
  public Traits traits() {
    return TRAITS;
  }

  @Override
  public long macs() {
    return 2 * net.spec().macs() + macsAbove(1);
  }

  @Override
  public void teach(Lesson lesson) {
    begin(lesson);
    perturb();
    credit(change(lesson));
  }

  /**
   * Runs the net observed once more with noise; for whoever acts on it and learns later what came
   * of it.
   *
   * @return the output, overwritten by the next call
   */
  public Mat perturb() {
    for (int l = 1; l <= layers; l++) {
      shake(l);
    }
    return twin().output();
  }

  /**
   * Learns what the changes should be from the last {@link #perturb}.
   *
   * @param change L+ - L [sample], overwritten
   */
  public void credit(Vec change) {
    kernels.scale(change, 1 / (sigma * sigma));
    for (int l = 1; l <= layers; l++) {
      kernels.scaleRows(delta(l), change);
    }
  }

  /** The drives of layer 1 need not be computed again: what feeds them is not shaken. */
  private void shake(int l) {
    if (l == 1) {
      kernels.copy(twin().activity(1), drive(1));
    } else {
      drive(l, twin(), twin().activity(l));
    }
    kernels.fillNormal(delta(l), chance, sigma);
    kernels.add(twin().activity(l), 1, delta(l));
    twin().throughUnits(l);
  }
}
