package io.olivo.deploy.record;

/**
 * How well a stream of outputs was predicted.
 *
 * <pre>
 * nMSE_j = mean over the rows judged of (y_j - p_j)^2 / variance of y_j over all rows
 * </pre>
 *
 * <p>1 is what predicting the mean earns. An output that never changes has no nMSE (NaN).
 */
public final class StreamScore {
  private final long judgedFrom;
  private final double[] mean; // of y [output]
  private final double[] scatter; // sum of (y - mean)^2 [output]
  private final double[] all; // sum of squared errors [output]
  private final double[] late; // the same from row judgedFrom on [output]
  private long rows;

  /**
   * A score of nothing yet.
   *
   * @param judgedFrom first row of the last part, counted from 0
   */
  public StreamScore(int outputs, long judgedFrom) {
    this.judgedFrom = judgedFrom;
    mean = new double[outputs];
    scatter = new double[outputs];
    all = new double[outputs];
    late = new double[outputs];
  }

  /** Takes one more row: what was predicted, and what came. */
  public void add(double[] predicted, double[] came) {
    rows++;
    for (int j = 0; j < mean.length; j++) {
      double error = came[j] - predicted[j];
      all[j] += error * error;
      late[j] += rows > judgedFrom ? error * error : 0;
      double off = came[j] - mean[j];
      mean[j] += off / rows;
      scatter[j] += off * (came[j] - mean[j]);
    }
  }

  /** Rows so far. */
  public long rows() {
    return rows;
  }

  /** nMSE over all rows [output]. */
  public double[] whole() {
    return normalised(all, rows);
  }

  /** nMSE over the last part [output]. */
  public double[] last() {
    return normalised(late, rows - judgedFrom);
  }

  private double[] normalised(double[] squares, long judged) {
    double[] result = new double[mean.length];
    for (int j = 0; j < result.length; j++) {
      boolean told = judged > 0 && scatter[j] > 0;
      result[j] = told ? (squares[j] / judged) / (scatter[j] / rows) : Double.NaN;
    }
    return result;
  }

  /** Mean over the outputs that have an nMSE; NaN when none has. */
  public static double overall(double[] outputs) {
    double sum = 0;
    int told = 0;
    for (double one : outputs) {
      if (!Double.isNaN(one)) {
        sum += one;
        told++;
      }
    }
    return told == 0 ? Double.NaN : sum / told;
  }
}
