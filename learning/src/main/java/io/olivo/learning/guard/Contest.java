package io.olivo.learning.guard;

import io.olivo.learning.HotPath;

/**
 * Compares what two learners proposed with what was needed, which is what the learner that acts
 * applied and what the feedback had to add to it.
 *
 * <pre>
 * y   = applied(t-L) + effort(t)                       what was needed        [output's limit]
 * C_i = C_i + rate (|y - u_i(t-L)|^2 - C_i)            squared miss of each   [limit^2]
 * </pre>
 *
 * <p>L is the loop's lag [ticks].
 */
@HotPath
final class Contest {
  private final double[] limit;
  private final double rate;
  private double acting;
  private double rival;

  /**
   * @param limit of each output
   * @param rate of the running means
   */
  Contest(double[] limit, double rate) {
    this.limit = limit;
    this.rate = rate;
  }

  /**
   * One tick.
   *
   * @param lag the effort speaks of what was said so many ticks ago
   */
  void judge(Sayings sayings, int lag, double[] effort) {
    double missActing = 0;
    double missRival = 0;
    for (int j = 0; j < limit.length; j++) {
      double needed = sayings.applied(lag, j) + effort[j];
      missActing += square((needed - bounded(sayings.acting(lag, j), j)) / limit[j]);
      missRival += square((needed - bounded(sayings.rival(lag, j), j)) / limit[j]);
    }
    acting += rate * (missActing - acting);
    rival += rate * (missRival - rival);
  }

  /** What is not finite counts as nothing said. */
  private double bounded(double said, int j) {
    return Double.isFinite(said) ? Math.clamp(said, -limit[j], limit[j]) : 0;
  }

  private static double square(double x) {
    return x * x;
  }

  /** Squared miss of the rival as a share of that of the one that acts. */
  double share() {
    return acting > 0 ? rival / acting : 1;
  }

  /** Begins anew, undecided. */
  void clear() {
    acting = 0;
    rival = 0;
  }
}
