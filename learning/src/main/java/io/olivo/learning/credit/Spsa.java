package io.olivo.learning.credit;

import io.olivo.learning.Chance;
import io.olivo.learning.HotPath;
import io.olivo.learning.net.DenseNet;

/**
 * Simultaneous perturbation stochastic approximation: all parameters a step one way, the same step
 * the other way, and two losses.
 *
 * <pre>
 * G_i = (L(W + c Delta) - L(W - c Delta)) / (2 c Delta_i)      Delta_i = +-1, fair and independent
 * </pre>
 *
 * <p>L is the mean over the samples of a step. Looking both ways cancels curvature: the mean of G
 * is dL/dW to second order in c. The perturbed weights are copies. Shapes: Delta as W.
 *
 * <p>Source: Spall (1992), "Multivariate stochastic approximation using a simultaneous perturbation
 * gradient approximation", IEEE Trans. Autom. Control 37:332. Departs in its gain sequences: c is
 * constant, and the step size is the sink's.
 */
@HotPath
public final class Spsa extends ParameterPerturbation {
  static final double C = 1e-3;

  static final Traits TRAITS =
      new Traits(
          Signal.LOSS,
          Transport.NONE,
          3,
          true,
          true,
          1,
          "tuning of up to a hundred or two gains on the robot itself, when trials are noisy",
          "Spall (1992), IEEE Trans. Autom. Control 37:332");

  private final double c;

  /** Steps of the usual size. */
  public Spsa(DenseNet net, int samples, Chance chance) {
    this(net, samples, chance, C);
  }

  /**
   * Binds the rule.
   *
   * @param c how far each parameter is moved
   */
  public Spsa(DenseNet net, int samples, Chance chance, double c) {
    super(net, samples, chance);
    this.c = c;
  }

  @Override
  public Traits traits() {
    return TRAITS;
  }

  /** Three passes with the one observed; copies and step touch parameters once per step. */
  @Override
  public long macs() {
    return (3 + 3 / pass().samples()) * net.spec().macs();
  }

  /** The direction is c Delta, and 1 / Delta = Delta. */
  @Override
  public void teach(Lesson lesson) {
    for (int l = 1; l <= layers; l++) {
      kernels.fillSigns(moved().direction(l), chance, c);
      kernels.fillSigns(moved().biasDirection(l), chance, c);
    }
    follow((lossAt(1, lesson) - lossAt(-1, lesson)) / (2 * c * c));
  }
}
