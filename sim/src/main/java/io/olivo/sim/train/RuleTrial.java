package io.olivo.sim.train;

import io.olivo.learning.Chance;
import io.olivo.learning.credit.StepSizes;
import io.olivo.learning.net.Kernels;
import java.util.function.LongConsumer;

/**
 * One net learns one task by one rule and is judged on rows that it never learned from.
 *
 * <p>Batches: rows in a new order every epoch, the rate falls linearly to 0, the result is that of
 * the last weights. One sample at a time, of images in a drawn order, of motion in its own: the
 * rate is constant and leaves the weights jittering, so the result is that of their mean over the
 * last fifth of the stream.
 *
 * @param task what is learned
 * @param samples its data
 * @param batch samples of a step
 * @param epochs passes over the rows
 * @param rows how many training rows are used
 * @param replay places of the replay buffer, from which one pair is learned again per step; 0 for
 *     none; motion only
 */
public record RuleTrial(
    RuleTask task, Samples samples, int batch, int epochs, int rows, int replay) {
  /** Checks the numbers. */
  public RuleTrial {
    if (batch < 1 || epochs < 1 || rows < batch || rows > samples.train().size()) {
      throw new IllegalArgumentException(
          "batches of %d, %d epochs, %d of %d rows: each must be at least 1, a batch no larger"
                  .formatted(batch, epochs, rows, samples.train().size())
              + " than the rows, and these no more than there are");
    }
  }

  /** Steps of one run. */
  public long steps() {
    return (long) epochs * (rows / batch);
  }

  /** Whether samples come one at a time, in one stream. */
  boolean isStream() {
    return batch == 1;
  }

  /**
   * Learns and judges.
   *
   * @param kernels the arithmetic
   * @param seed of net, rule and order
   * @param done told the steps that were done since it was told last
   */
  public RuleOutcome run(
      Learned learned, StepSizes sizes, Kernels kernels, long seed, LongConsumer done) {
    return new RuleRun(this, learned, sizes, kernels, new Chance(seed)).run(seed, done);
  }
}
