package io.olivo.learning.textbook;

import io.olivo.learning.Chance;
import io.olivo.learning.FeatureMap;
import io.olivo.learning.HotPath;
import io.olivo.learning.expansion.TuningCurves;
import io.olivo.learning.readout.LeastMeanSquares;

/**
 * PES on rate neurons.
 *
 * <pre>
 * u_j = d_j . f(x)
 * d_j = d_j + kappa u_fb,j f     {@link LeastMeanSquares}
 * </pre>
 *
 * <p>Shapes: x d, f N, decoders d_j [output][N]; u and u_fb in actuator units. Sources: MacNeil and
 * Eliasmith (2011), PLoS ONE 6:e22885; for arms DeWolf, Stewart, Slotine and Eliasmith (2016), Proc
 * R Soc B 283. Departs in rate neurons instead of spiking ones.
 */
@HotPath
public final class PrescribedErrorSensitivity extends LinearReadout {
  /** The best of three rates on the bench arm with 1024 curves. */
  public static final double STANDARD_RATE = 1e-4;

  /**
   * A learner that knows nothing yet.
   *
   * @param features the inputs x
   * @param outputs number of outputs
   * @param neurons N
   * @param rate kappa, per tick
   * @param seed of the tuning curves
   */
  public PrescribedErrorSensitivity(
      FeatureMap features, int outputs, int neurons, double rate, long seed) {
    super(
        features,
        new TuningCurves(neurons, features.size(), new Chance(seed)),
        outputs,
        new LeastMeanSquares(rate));
  }
}
