package io.olivo.sim.throwing;

import java.util.Arrays;

/**
 * How one arm threw on one seed.
 *
 * @param seed of all that was drawn
 * @param miss of every throw [m]; NaN of those it had no time for
 * @param micros per tick, arm and ball included [us]
 * @param largestCommand over its limit
 */
@SuppressWarnings("ArrayRecordComponent") // its own copy; nobody compares two of them
public record ThrowOutcome(long seed, double[] miss, double micros, double largestCommand) {
  /** Keeps its own copy. */
  public ThrowOutcome {
    miss = miss.clone();
  }

  /** Share of the judged throws that hit, 0 to 1. */
  public double hits() {
    double[] judged = judged();
    return Arrays.stream(judged).filter(one -> one < Throws.HIT).count() / (double) judged.length;
  }

  /** Median miss of the judged throws [m]. */
  public double median() {
    return quantile(judged(), .5);
  }

  /** Nine of ten judged throws miss by less [m]. */
  public double nineOfTen() {
    return quantile(judged(), .9);
  }

  /** Median miss of each block [m], while it learns and when it is judged. */
  public double[] curve() {
    int length = miss.length / ThrowTrial.BLOCKS;
    double[] curve = new double[ThrowTrial.BLOCKS];
    Arrays.setAll(curve, i -> quantile(Arrays.copyOfRange(miss, i * length, (i + 1) * length), .5));
    return curve;
  }

  private double[] judged() {
    return Arrays.copyOfRange(miss, miss.length - miss.length / ThrowTrial.JUDGED, miss.length);
  }

  private static double quantile(double[] values, double share) {
    double[] known = Arrays.stream(values).filter(Double::isFinite).sorted().toArray();
    return known.length == 0 ? Double.NaN : known[(int) (share * (known.length - 1))];
  }
}
