package io.olivo.learning.textbook;

import io.olivo.learning.FeatureMap;
import io.olivo.learning.HotPath;
import io.olivo.learning.expansion.Expansion;
import io.olivo.learning.readout.RecursiveLeastSquares;

/**
 * Feedback-error learning with plain recursive least squares.
 *
 * <pre>
 * u_j = w_j . f(x)
 * v = P f,  q = f . v
 * w_j = w_j + u_fb,j v / (1 + q)
 * P   = (P - v v' / (1 + q)) / lambda, one diagonal element a tick pulled back to its prior
 * </pre>
 *
 * <p>The step is that of {@link RecursiveLeastSquares}. It takes the feedback's effort of now for
 * the prediction error of the weights of now. The effort is late and filtered by the plant, so a
 * bold step corrects one error many times: on the bench arm it diverges with a prior of .3 or more
 * and is stable with .1 or less; on the cart it diverges with any that was tried. Shapes: x d, f k,
 * w [output][k], P [k][k]; u and u_fb in actuator units. Sources: Kawato and Gomi (1992),
 * Biological Cybernetics 68:95, for the error; Ljung and Soderstrom (1983), ch. 2, for the step.
 * Cost: 2 k^2.
 */
@HotPath
public final class LeastSquaresLearner extends LinearReadout {
  /** Prior variance of every weight, P0, of the bench: as bold as least squares usually begin. */
  public static final double STANDARD_PRIOR = 1;

  /** The largest of 1, .3, .1 and .03 that does not diverge on the bench arm. */
  public static final double CAUTIOUS_PRIOR = .1;

  /** Forgetting of the bench, lambda. */
  public static final double STANDARD_FORGETTING = .9999;

  /**
   * A learner that knows nothing yet.
   *
   * @param features the inputs x
   * @param expansion f
   * @param outputs number of outputs
   * @param prior P0, of every weight
   * @param forgetting lambda, per tick
   */
  public LeastSquaresLearner(
      FeatureMap features, Expansion expansion, int outputs, double prior, double forgetting) {
    super(
        features,
        expansion,
        outputs,
        new RecursiveLeastSquares(expansion.size(), prior, forgetting));
  }
}
