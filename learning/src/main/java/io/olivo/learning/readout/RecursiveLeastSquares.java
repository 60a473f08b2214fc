package io.olivo.learning.readout;

import io.olivo.learning.HotPath;
import io.olivo.learning.Rows;
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
 * <p>Nonsense must not break it: R is at least 1e-8 z.P0 z, because double precision tells no
 * smaller variances from none; where a diagonal element leaves (0, 4 P0_i], or an element outgrows
 * those of its row and column, the row and column go back to the prior; where q is negative, all of
 * P does. None of these happens while inputs are of the order of 1.
 *
 * <p>R, at least 1, is how noisy this sample is taken to be; as a {@link ReadoutRule} it is 1, with
 * no floor. The last line pulls one diagonal element a tick back towards its prior, so that
 * forgetting cannot blow P up. P stays exactly symmetric: v and c are scaled by the roots of their
 * factors once, so that every element is computed by commutative products. Source: Ljung and
 * Soderstrom (1983), ch. 2 and 5.6; the floor keeps the learner awake. Cost: 2 k^2.
 */
@HotPath
public final class RecursiveLeastSquares implements ReadoutRule {
  private static final double TINY = 1e-9;
  private static final double KEPT = 1e-8; // least part of the prior variance that can be told
  private static final double MOST = 4; // of the prior variance

  private final double forgetting;
  private final double[] prior; // [feature] P0_i
  private final double[][] covariance; // P [feature][feature]
  private final double[] direction; // v [feature]
  private final double[] scaled; // v over a root of what divides its square [feature]
  private final double[] column; // c, scaled alike [feature]
  private double variance; // q
  private double leastNoise; // 1e-8 z.P0 z
  private int turn; // i

  /**
   * Knows nothing yet.
   *
   * @param prior P0_i, the prior variance of each weight [feature]
   * @param forgetting lambda, per sample; 1 forgets nothing
   */
  public RecursiveLeastSquares(double[] prior, double forgetting) {
    if (!(forgetting > 0 && forgetting <= 1)) {
      throw new IllegalArgumentException(
          "forgetting must be in (0, 1], got " + forgetting + "; start from .9998");
    }
    this.forgetting = forgetting;
    this.prior = prior.clone();
    int k = prior.length;
    covariance = new double[k][k];
    direction = new double[k];
    scaled = new double[k];
    column = new double[k];
    reset();
  }

  /**
   * Knows nothing yet, of so many weights with the same prior variance.
   *
   * @param features k
   * @param prior P0, of every weight
   * @param forgetting lambda, per sample; 1 forgets nothing
   */
  public RecursiveLeastSquares(int features, double prior, double forgetting) {
    this(uniform(features, prior), forgetting);
  }

  private static double[] uniform(int features, double prior) {
    if (!(prior > 0)) {
      throw new IllegalArgumentException(
          "the prior variance of weights must be above 0, got " + prior + "; start from 1");
    }
    double[] all = new double[features];
    Arrays.fill(all, prior);
    return all;
  }

  /** Begins anew with the prior. */
  public void reset() {
    turn = 0;
    for (int i = 0; i < prior.length; i++) {
      Arrays.fill(covariance[i], 0);
      covariance[i][i] = prior[i];
    }
  }

  /** Takes the sample into P; v stays that of the P before. */
  @Override
  public double step(double[] f) {
    look(f);
    double gain = gain(1, 0);
    absorb(1);
    return gain;
  }

  @Override
  public double[] direction(double[] f) {
    return direction;
  }

  /** Looks at a sample: v and q. */
  public void look(double[] z) {
    project(z);
    if (!(variance >= 0)) {
      for (int i = 0; i < prior.length; i++) {
        restore(i);
      }
      project(z);
    }
  }

  private void project(double[] z) {
    Rows.combine(direction, z, covariance);
    variance = Rows.dot(z, direction);
    Rows.multiply(scaled, prior, z);
    leastNoise = KEPT * Rows.dot(scaled, z);
  }

  /** The scale of K = gain v for the sample looked at. */
  public double gain(double noise, double floor) {
    return gain(variance, Math.max(noise, leastNoise), floor);
  }

  /** The same of a given q. */
  public static double gain(double variance, double noise, double floor) {
    double optimal = 1 / (noise + variance);
    double least = floor / (variance + TINY);
    return least > optimal ? least : optimal;
  }

  /** v of the sample looked at. Not to be changed. */
  public double[] direction() {
    return direction;
  }

  /** q of the sample looked at. */
  public double variance() {
    return variance;
  }

  /** Least noise that keeps P sound after the sample looked at. */
  public double leastNoise() {
    return leastNoise;
  }

  /** Takes the sample looked at into P. */
  public void absorb(double noise) {
    int k = prior.length;
    turn = turn + 1 >= k ? 0 : turn + 1;
    double grow = 1 / forgetting;
    double share = grow / (Math.max(noise, leastNoise) + variance);
    Rows.scale(scaled, Math.sqrt(share), direction);
    pull(grow, (1 - forgetting) * k / prior[turn]);
    for (int i = 0; i < k; i++) {
      downdate(covariance[i], grow, scaled[i], column[i]);
    }
    if (!isSound(turn)) {
      restore(turn);
    }
  }

  private boolean isSound(int i) {
    double[] row = covariance[i];
    double own = row[i];
    boolean sound = own > 0 && own <= MOST * prior[i];
    for (int j = 0; j < row.length; j++) {
      sound &= row[j] * row[j] <= own * covariance[j][j];
    }
    return sound;
  }

  private void restore(int i) {
    for (int j = 0; j < prior.length; j++) {
      covariance[i][j] = 0;
      covariance[j][i] = 0;
    }
    covariance[i][i] = prior[i];
  }

  /** The column that is pulled back, as it will be after forgetting, times a root of the pull. */
  private void pull(double grow, double rate) {
    double[] pulled = covariance[turn];
    double own = pulled[turn] * grow - scaled[turn] * scaled[turn];
    double root = Math.sqrt(Math.max(0, rate / (1 + rate * own)));
    for (int j = 0; j < column.length; j++) {
      column[j] = (pulled[j] * grow - scaled[turn] * scaled[j]) * root;
    }
  }

  private void downdate(double[] row, double grow, double vi, double ci) {
    for (int j = 0; j < row.length; j++) {
      row[j] = row[j] * grow - vi * scaled[j] - ci * column[j];
    }
  }

  /** Gives part of the prior variance back: the plant seems to have changed. */
  public void doubt(double part) {
    for (int i = 0; i < prior.length; i++) {
      covariance[i][i] += part * prior[i];
    }
  }

  @Override
  public void save(StateWriter out) {
    save(out, "rls");
  }

  @Override
  public void load(StateReader in) {
    load(in, "rls");
  }

  /** Writes P under a name, for wholes of several. */
  public void save(StateWriter out, String name) {
    out.put(out.name(name, ".covariance"), covariance);
    out.put(out.name(name, ".turn"), (long) turn);
  }

  /** Takes P back from under a name. */
  public void load(StateReader in, String name) {
    in.get(in.name(name, ".covariance"), covariance);
    turn = Math.floorMod((int) in.getLong(in.name(name, ".turn")), prior.length);
  }
}
