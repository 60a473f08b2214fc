package io.olivo.learning.cerebellum;

import io.olivo.learning.HotPath;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;
import java.util.Arrays;

/**
 * Recursive least squares with a gain floor and bounded forgetting; one covariance serves all
 * outputs.
 *
 * <pre>
 * v = P z,  q = z.v                                   [k]
 * K = max(1/(R + q), floor/(q + 1e-9))                gain; the weights move by K e v
 * P = (P - v v' / (R + q)) / lambda
 * r = (1 - lambda) k / P0_i;  c = P[:,i];  P = P - c c' r/(1 + r c_i)     i = tick mod k
 * </pre>
 *
 * <p>R, at least 1, is how noisy this sample is taken to be ({@link Trust}). The last line pulls
 * one diagonal element a tick back towards its prior, so that forgetting cannot blow P up. P stays
 * exactly symmetric: every element is computed by commutative products. Source: Ljung and
 * Soderstrom (1983), ch. 2 and 5.6; the floor keeps the learner awake. Cost: 2 k^2.
 */
@HotPath
final class RecursiveLeastSquares {
  private static final double TINY = 1e-9;

  private final double forgetting;
  private final double[] prior; // [feature] P0_i
  private final double[][] covariance; // P [feature][feature]
  private final double[] direction; // v [feature]
  private final double[] column; // c [feature]
  private double variance; // q
  private int turn; // i

  RecursiveLeastSquares(double[] prior, double forgetting) {
    this.forgetting = forgetting;
    this.prior = prior.clone();
    int k = prior.length;
    covariance = new double[k][k];
    direction = new double[k];
    column = new double[k];
    reset();
  }

  /** Begins anew with the prior. */
  void reset() {
    turn = 0;
    for (int i = 0; i < prior.length; i++) {
      Arrays.fill(covariance[i], 0);
      covariance[i][i] = prior[i];
    }
  }

  /** Looks at a sample: v and q. */
  void look(double[] z) {
    Arrays.fill(direction, 0);
    for (int i = 0; i < z.length; i++) {
      Rows.add(direction, z[i], covariance[i]);
    }
    variance = Rows.dot(z, direction);
  }

  /** K for the sample looked at. */
  double gain(double noise, double floor) {
    return gain(variance, noise, floor);
  }

  /** K of a given q. */
  static double gain(double variance, double noise, double floor) {
    double optimal = 1 / (noise + variance);
    double least = floor / (variance + TINY);
    return least > optimal ? least : optimal;
  }

  /** v of the sample looked at. Not to be changed. */
  double[] direction() {
    return direction;
  }

  /** q of the sample looked at. */
  double variance() {
    return variance;
  }

  /** Takes the sample looked at into P. */
  void absorb(double noise) {
    int k = prior.length;
    double share = 1 / (noise + variance);
    double grow = 1 / forgetting;
    turn = turn + 1 >= k ? 0 : turn + 1;
    double[] pulled = covariance[turn];
    for (int j = 0; j < k; j++) {
      column[j] = (pulled[j] - (direction[turn] * direction[j]) * share) * grow;
    }
    double pull = (1 - forgetting) * k / prior[turn];
    double shrink = pull / (1 + pull * column[turn]);
    for (int i = 0; i < k; i++) {
      downdate(covariance[i], direction[i], share, grow, column[i], shrink);
    }
  }

  private void downdate(
      double[] row, double vi, double share, double grow, double ci, double shrink) {
    for (int j = 0; j < row.length; j++) {
      row[j] = (row[j] - (vi * direction[j]) * share) * grow - (ci * column[j]) * shrink;
    }
  }

  /** Gives part of the prior variance back: the plant seems to have changed. */
  void doubt(double part) {
    for (int i = 0; i < prior.length; i++) {
      covariance[i][i] += part * prior[i];
    }
  }

  void save(StateWriter out, String name) {
    out.put(name + ".covariance", covariance);
    out.put(name + ".turn", (long) turn);
  }

  void load(StateReader in, String name) {
    in.get(name + ".covariance", covariance);
    turn = Math.floorMod((int) in.getLong(name + ".turn"), prior.length);
  }
}
