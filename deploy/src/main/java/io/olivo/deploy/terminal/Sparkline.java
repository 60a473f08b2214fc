package io.olivo.deploy.terminal;

/**
 * A row of numbers in a row of characters, on a logarithmic scale when all of them are positive: an
 * error that falls a hundredfold still shows where it is.
 */
public final class Sparkline {
  private static final String UNICODE = "\u2581\u2582\u2583\u2584\u2585\u2586\u2587\u2588";
  private static final String ASCII = "_.-=+*%#";

  private Sparkline() {}

  /**
   * The newest values at the right, one character per value or per mean of several; a gap where
   * there is no finite value.
   */
  public static String of(double[] values, int width, boolean unicode) {
    int cells = Math.min(width, values.length);
    double[] means = new double[Math.max(0, cells)];
    for (int i = 0; i < cells; i++) {
      means[i] = mean(values, i * values.length / cells, (i + 1) * values.length / cells);
    }
    return draw(scaled(means), unicode ? UNICODE : ASCII);
  }

  private static double mean(double[] values, int from, int to) {
    double sum = 0;
    int n = 0;
    for (int i = from; i < to; i++) {
      if (Double.isFinite(values[i])) {
        sum += values[i];
        n++;
      }
    }
    return n == 0 ? Double.NaN : sum / n;
  }

  private static double[] scaled(double[] means) {
    boolean positive = true;
    for (double mean : means) {
      positive &= !(mean <= 0); // true for NaN, which is only a gap
    }
    double[] heights = means.clone();
    for (int i = 0; positive && i < heights.length; i++) {
      heights[i] = Math.log(heights[i]);
    }
    return heights;
  }

  private static String draw(double[] heights, String levels) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (double height : heights) {
      low = height < low ? height : low;
      high = height > high ? height : high;
    }
    StringBuilder line = new StringBuilder();
    for (double height : heights) {
      double share = high > low ? (height - low) / (high - low) : 0;
      line.append(Double.isNaN(height) ? ' ' : levels.charAt((int) Math.round(share * 7)));
    }
    return line.toString();
  }
}
