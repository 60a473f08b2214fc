package io.olivo.learning.textbook;

import io.olivo.learning.FeatureMap;
import io.olivo.learning.HotPath;
import io.olivo.learning.expansion.Expansion;
import io.olivo.learning.readout.NormalisedLeastMeanSquares;

/**
 * Feedback-error learning with normalised LMS on any fixed expansion, such as sparse granules.
 *
 * <pre>
 * u_j = w_j . f(x)
 * w_j = w_j + beta u_fb,j f / (.02 + |f|^2)     {@link NormalisedLeastMeanSquares}
 * </pre>
 *
 * <p>Shapes: x d, f N, w [output][N]; u and u_fb in actuator units. Source: Kawato and Gomi (1992),
 * Biological Cybernetics 68:95. Departs in the normalised step.
 */
@HotPath
public final class FeedbackErrorLearner extends LinearReadout {
  /** Of .01, .03 and .06 the largest that stays stable when the bench arm picks up .7 kg. */
  public static final double STANDARD_RATE = .03;

  private static final double FLOOR = .02;

  /**
   * A learner that knows nothing yet.
   *
   * @param features the inputs x
   * @param expansion f
   * @param outputs number of outputs
   * @param rate beta
   */
  public FeedbackErrorLearner(FeatureMap features, Expansion expansion, int outputs, double rate) {
    super(features, expansion, outputs, new NormalisedLeastMeanSquares(rate, FLOOR));
  }
}
