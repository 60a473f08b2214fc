package io.olivo.deploy.bench;

import io.olivo.controller.feedback.Feedback;
import io.olivo.learning.HotPath;
import io.olivo.learning.Teaching;

/**
 * Feedback that acts at once but tells its error late. The learner is not told how late: it is told
 * the age that the feedback knows of. Until the first error is old enough, none is told.
 *
 * <pre>
 * taught error(t) = error(t - D)       D [ticks]
 * </pre>
 */
@HotPath
final class DelayedFeedback implements Feedback {
  private final Feedback feedback;
  private final Teaching told; // by the feedback, this tick
  private final double[][] error; // [tick mod length][output]
  private final double[][] errorRate; // [tick mod length][output]
  private long count;

  /**
   * @param feedback what acts
   * @param ticks D, at least 0
   */
  DelayedFeedback(Feedback feedback, int ticks) {
    this.feedback = feedback;
    told = new Teaching(feedback.outputs());
    error = new double[ticks + 1][feedback.outputs()];
    errorRate = new double[ticks + 1][feedback.outputs()];
  }

  @Override
  public int outputs() {
    return feedback.outputs();
  }

  @Override
  public void command(double[] state, double[] desired, double[] command) {
    feedback.command(state, desired, command);
  }

  @Override
  public void teach(Teaching teaching) {
    feedback.teach(told);
    int newest = (int) (count % error.length);
    for (int j = 0; j < error[newest].length; j++) {
      error[newest][j] = told.error(j);
      errorRate[newest][j] = told.errorRate(j);
    }
    count++;
    if (count >= error.length) {
      int oldest = (int) (count % error.length);
      teaching.tellError(error[oldest], errorRate[oldest], told.errorAgeTicks());
    }
  }

  @Override
  public void restart() {
    feedback.restart();
    count = 0;
  }
}
