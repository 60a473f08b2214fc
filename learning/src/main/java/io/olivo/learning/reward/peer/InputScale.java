package io.olivo.learning.reward.peer;

import io.olivo.learning.HotPath;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;
import java.util.Arrays;

/**
 * Inputs by their running mean and standard deviation.
 *
 * <pre>
 * n = n + 1,  d = o - m,  m = m + d/n,  S = S + d (o - m)
 * x = (o - m) / sqrt(S/n + 1e-8), within +-10
 * </pre>
 *
 * <p>Held, x follows the m and S of the moment when it was last held, while the running ones go on.
 * Source: Welford (1962), Technometrics 4:419.
 */
@HotPath
final class InputScale {
  private static final double WIDEST = 10;
  private static final double LEAST = 1e-8; // variance

  private final double[] mean; // m
  private final double[] squares; // S
  private final double[] centre; // m that x follows
  private final double[] deviation; // that x follows
  private double count; // n
  private boolean held;

  InputScale(int inputs) {
    mean = new double[inputs];
    squares = new double[inputs];
    centre = new double[inputs];
    deviation = new double[inputs];
    Arrays.fill(deviation, 1);
  }

  /** Takes one more observation in. */
  void observe(double[] observation) {
    count++;
    for (int i = 0; i < mean.length; i++) {
      double off = observation[i] - mean[i];
      mean[i] += off / count;
      squares[i] += off * (observation[i] - mean[i]);
    }
    if (!held) {
      follow();
    }
  }

  /** Follows what was observed until now, and nothing later until it is held again. */
  void hold() {
    held = true;
    follow();
  }

  private void follow() {
    if (count < 2) {
      return;
    }
    for (int i = 0; i < mean.length; i++) {
      centre[i] = mean[i];
      deviation[i] = Math.sqrt(squares[i] / count + LEAST);
    }
  }

  /** Fills x, changing nothing. */
  void scale(double[] observation, double[] x) {
    for (int i = 0; i < mean.length; i++) {
      x[i] = Math.clamp((observation[i] - centre[i]) / deviation[i], -WIDEST, WIDEST);
    }
  }

  void save(StateWriter out) {
    out.put("scale.mean", mean);
    out.put("scale.squares", squares);
    out.put("scale.centre", centre);
    out.put("scale.deviation", deviation);
    out.put("scale.count", count);
    out.put("scale.held", held ? 1L : 0L);
  }

  void load(StateReader in) {
    in.get("scale.mean", mean);
    in.get("scale.squares", squares);
    in.get("scale.centre", centre);
    in.get("scale.deviation", deviation);
    count = in.getDouble("scale.count");
    held = in.getLong("scale.held") == 1;
  }
}
