package io.olivo.sim.throwing;

import io.olivo.learning.Chance;
import java.util.function.LongConsumer;

/**
 * An arm learns to throw a light ball at a target whose distance it sees. What it is not told: the
 * drag of the ball, the wind, that its hand opens late, and what else hangs on the hand.
 *
 * <p>Everybody has the same number of ticks. Those who must first measure their arm have fewer
 * throws to learn from. In the last fifth of the throws the reward teaches nobody and nothing is
 * tried any more; errors still teach. Wind, targets and loads are those of the seed, whoever
 * throws.
 *
 * @param count of throws
 */
public record ThrowTrial(int count) {
  /** Blocks of throws that an outcome tells of. */
  static final int BLOCKS = 20;

  /** Throws that are judged: the last fifth. */
  static final int JUDGED = 5;

  /** Checks the number. */
  public ThrowTrial {
    if (count < 5 * BLOCKS || count % BLOCKS != 0) {
      throw new IllegalArgumentException(
          "throws must be at least %d and a multiple of %d, got %d"
              .formatted(5 * BLOCKS, BLOCKS, count));
    }
  }

  /**
   * Learns and throws.
   *
   * @param seed of everything that is drawn
   * @param done told the throws that were done since it was told last
   */
  public ThrowOutcome run(Teachers who, long seed, LongConsumer done) {
    return run(who, ThrowSettings.FROZEN, seed, done);
  }

  ThrowOutcome run(Teachers who, ThrowSettings settings, long seed, LongConsumer done) {
    return new ThrowRun(count, who, settings, new Chance(seed)).run(seed, done);
  }
}
