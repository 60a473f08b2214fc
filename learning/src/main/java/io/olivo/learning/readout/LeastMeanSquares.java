package io.olivo.learning.readout;

import io.olivo.learning.HotPath;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;

/**
 * Least mean squares; on tuning curves it is PES, the prescribed error sensitivity.
 *
 * <pre>
 * w_j = w_j + kappa e_j f
 * </pre>
 *
 * <p>Stable while kappa |f|^2 &lt; 2. It keeps nothing but the weights. Sources: Widrow and Hoff
 * (1960), IRE WESCON Convention Record 4:96; as PES: MacNeil and Eliasmith (2011), PLoS ONE
 * 6:e22885. Cost: N for every output.
 *
 * @param rate kappa, above 0
 */
@HotPath
public record LeastMeanSquares(double rate) implements ReadoutRule {
  /** Refuses what cannot learn. */
  public LeastMeanSquares {
    if (!(rate > 0)) {
      throw new IllegalArgumentException(
          "the rate of least mean squares must be above 0, got "
              + rate
              + "; start from a tenth of 1/|f|^2");
    }
  }

  @Override
  public double step(double[] f) {
    return rate;
  }

  @Override
  public double[] direction(double[] f) {
    return f;
  }

  @Override
  public void save(StateWriter out) {}

  @Override
  public void load(StateReader in) {}
}
