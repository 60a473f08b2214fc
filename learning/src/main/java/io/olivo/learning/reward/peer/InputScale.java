package io.olivo.learning.reward.peer;

import io.olivo.learning.HotPath;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;

/**
 * Inputs by their running mean and standard deviation.
 *
 * <pre>
 * n = n + 1,  d = o - m,  m = m + d/n,  S = S + d (o - m)
 * x = (o - m) / sqrt(S/n + 1e-8), within +-10
 * </pre>
 *
 * <p>Source: Welford (1962), Technometrics 4:419.
 */
@HotPath
final class InputScale {
  private static final double WIDEST = 10;
  private static final double LEAST = 1e-8; // variance

  private final double[] mean;
  private final double[] squares; // S
  private double count;

  InputScale(int inputs) {
    mean = new double[inputs];
    squares = new double[inputs];
  }

  /** Takes one more observation in. */
  void observe(double[] observation) {
    count++;
    for (int i = 0; i < mean.length; i++) {
      double off = observation[i] - mean[i];
      mean[i] += off / count;
      squares[i] += off * (observation[i] - mean[i]);
    }
  }

  /** Fills x, changing nothing. */
  void scale(double[] observation, double[] x) {
    for (int i = 0; i < mean.length; i++) {
      double variance = count < 2 ? 1 : squares[i] / count + LEAST;
      x[i] = Math.clamp((observation[i] - mean[i]) / Math.sqrt(variance), -WIDEST, WIDEST);
    }
  }

  void save(StateWriter out) {
    out.put("scale.mean", mean);
    out.put("scale.squares", squares);
    out.put("scale.count", count);
  }

  void load(StateReader in) {
    in.get("scale.mean", mean);
    in.get("scale.squares", squares);
    count = in.getDouble("scale.count");
  }
}
