package io.olivo.learning.readout;

import io.olivo.learning.HotPath;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;

/**
 * Normalised least mean squares: the same share of any error, however many units fire.
 *
 * <pre>
 * w_j = w_j + beta e_j f / (floor + |f|^2)
 * </pre>
 *
 * <p>Stable while beta &lt; 2. It keeps nothing but the weights. Source: Nagumo and Noda (1967),
 * IEEE Transactions on Automatic Control 12:282. Cost: N, and N for every output.
 *
 * @param rate beta, in (0, 2)
 * @param floor added to |f|^2, above 0: how much silence is not worth learning from
 */
@HotPath
public record NormalisedLeastMeanSquares(double rate, double floor) implements ReadoutRule {
  /** Refuses what cannot learn. */
  public NormalisedLeastMeanSquares {
    if (!(rate > 0 && rate < 2)) {
      throw new IllegalArgumentException(
          "the rate of normalised least mean squares must be in (0, 2), got "
              + rate
              + "; start from .1");
    }
    if (!(floor > 0)) {
      throw new IllegalArgumentException(
          "the floor under |f|^2 must be above 0, got " + floor + "; start from .02");
    }
  }

  @Override
  public double step(double[] f) {
    double square = 0;
    for (double unit : f) {
      square += unit * unit;
    }
    return rate / (floor + square);
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
