package io.olivo.learning.cerebellum;

import io.olivo.learning.HotPath;
import io.olivo.learning.Rows;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;
import java.util.Arrays;

/**
 * The part of the error that there is something to learn from: noise is fast, mistakes are slow.
 *
 * <pre>
 * s = EMA_40ms(e)      [output]
 * </pre>
 */
@HotPath
final class SlowError {
  /** Time constant of s [s]. */
  static final double TAU = .04;

  private final double rate;
  private final double[] slow; // s [output]

  SlowError(int outputs, double dtSeconds) {
    rate = dtSeconds / TAU;
    slow = new double[outputs];
  }

  void follow(double[] error) {
    Rows.approach(slow, rate, error);
  }

  /** The weights that made it are gone. */
  void clear() {
    Arrays.fill(slow, 0);
  }

  /** sum_j s_j^2 */
  double power() {
    return power(slow);
  }

  static double power(double[] slow) {
    double sum = 0;
    for (double one : slow) {
      sum += one * one;
    }
    return sum;
  }

  /** sum_j (e_j - s_j)^2 */
  double fastPower(double[] error) {
    double sum = 0;
    for (int j = 0; j < slow.length; j++) {
      double rest = error[j] - slow[j];
      sum += rest * rest;
    }
    return sum;
  }

  void save(StateWriter out) {
    out.put("learner.slowError", slow);
  }

  void load(StateReader in) {
    in.get("learner.slowError", slow);
  }
}
