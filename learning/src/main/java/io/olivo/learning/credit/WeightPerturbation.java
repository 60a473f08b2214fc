package io.olivo.learning.credit;

import io.olivo.learning.Chance;
import io.olivo.learning.HotPath;
import io.olivo.learning.net.DenseNet;

/**
 * Noise on every weight and bias at once; the loss says whether it was good.
 *
 * <pre>
 * W+ = W + xi                        xi ~ N(0, sigma^2), every parameter
 * G  = (L(W+) - L(W)) xi / sigma^2   its mean is dL/dW as sigma goes to 0
 * </pre>
 *
 * <p>L is the mean over the samples of a step, which share one xi. The variance of G grows with the
 * number of parameters, of node perturbation only with that of units. The perturbed weights are a
 * copy. Shapes: xi as W.
 *
 * <p>Source: Werfel, Xie and Seung (2005), "Learning curves for stochastic gradient descent in
 * linear feedforward networks", Neural Computation.
 */
@HotPath
public final class WeightPerturbation extends ParameterPerturbation {
  static final double SIGMA = 1e-3;

  static final Traits TRAITS =
      new Traits(
          Signal.LOSS,
          Transport.NONE,
          2,
          true,
          true,
          1,
          "tuning of up to a hundred or two gains on the robot itself",
          "Werfel, Xie and Seung (2005), Neural Comput.");

  private final double sigma;

  /** Noise of the usual size. */
  public WeightPerturbation(DenseNet net, int samples, Chance chance) {
    this(net, samples, chance, SIGMA);
  }

  /**
   * Binds the rule.
   *
   * @param sigma standard deviation of the noise on a parameter
   */
  public WeightPerturbation(DenseNet net, int samples, Chance chance, double sigma) {
    super(net, samples, chance);
    this.sigma = sigma;
  }

  @Override
  public Traits traits() {
    return TRAITS;
  }

  /** Two passes; noise and step touch every parameter once per step, whatever its samples. */
  @Override
  public long macs() {
    return (2 + 2 / pass().samples()) * net.spec().macs();
  }

  @Override
  public void teach(Lesson lesson) {
    for (int l = 1; l <= layers; l++) {
      kernels.fillNormal(moved().direction(l), chance, sigma);
      kernels.fillNormal(moved().biasDirection(l), chance, sigma);
    }
    follow((lossAt(1, lesson) - lossHere(lesson)) / (sigma * sigma));
  }
}
