package io.olivo.learning.textbook;

import io.olivo.learning.FeatureMap;
import io.olivo.learning.HotPath;
import io.olivo.learning.Teaching;
import io.olivo.learning.expansion.Reservoir;
import io.olivo.learning.readout.RecursiveLeastSquares;

/**
 * FORCE: the readout of a reservoir, learned by recursive least squares and fed back.
 *
 * <pre>
 * u_j = w_j . f(t)                           f the reservoir's units
 * w_j = w_j + u_fb,j P f / (1 + f . P f)     P(0) = I / alpha, nothing forgotten
 * z_j = applied_j / limit_j                  what the reservoir hears at the next tick
 * </pre>
 *
 * <p>Shapes: f N, w [output][N], P [N][N]; u and u_fb in actuator units. Source: Sussillo and
 * Abbott (2009), Neuron 63:544, eqs. 3 to 5. Departs in the error, which is the feedback's effort
 * for want of the right command, and in feeding back what was applied instead of what was asked.
 */
@HotPath
public final class ForceLearner extends LinearReadout {
  /** Of 1, 10, 30, 60, 100, 200 and 1000 the best on the bench arm; below 100 it diverges. */
  public static final double STANDARD_ALPHA = 200;

  private final Reservoir reservoir;
  private final double[] limit; // [output] in actuator units
  private final double[] heard; // z [output]

  /**
   * A learner that knows nothing yet.
   *
   * @param features the reservoir's inputs
   * @param reservoir f
   * @param limit largest learned command [output] in actuator units
   * @param alpha how slowly it learns at first
   */
  public ForceLearner(FeatureMap features, Reservoir reservoir, double[] limit, double alpha) {
    super(
        features,
        reservoir,
        limit.length,
        new RecursiveLeastSquares(reservoir.size(), 1 / alpha, 1));
    this.reservoir = reservoir;
    this.limit = limit.clone();
    heard = new double[limit.length];
  }

  @Override
  public void learn(Teaching teaching, double[] applied) {
    super.learn(teaching, applied);
    for (int j = 0; j < heard.length; j++) {
      heard[j] = applied[j] / limit[j];
    }
    reservoir.hear(heard);
  }

  @Override
  public void interrupt() {
    reservoir.rest();
  }
}
