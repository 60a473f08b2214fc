package io.olivo.deploy.bench;

import java.util.Arrays;

/**
 * One figure over the seeds. A value that is not a number (never recovered, diverged) is worse than
 * every number: the median counts it so, and mean and sd are no numbers then.
 *
 * @param median of the values
 * @param mean of the values
 * @param sd standard deviation over seeds, with n-1; NaN for a single one
 * @param worst the largest
 */
public record Statistics(double median, double mean, double sd, double worst) {
  /** Of at least one value. */
  public static Statistics of(double... values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted); // NaN comes last
    int half = sorted.length / 2;
    double median = sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    double worst = sorted[sorted.length - 1];
    if (sorted[0] == worst && values.length > 1) {
      return new Statistics(worst, worst, 0, worst); // without the rounding of a mean
    }
    double mean = Arrays.stream(values).sum() / values.length;
    double squares = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
    double sd = values.length > 1 ? Math.sqrt(squares / (values.length - 1)) : Double.NaN;
    return new Statistics(median, mean, sd, worst);
  }
}
