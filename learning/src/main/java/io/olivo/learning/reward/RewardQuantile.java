package io.olivo.learning.reward;

import io.olivo.learning.HotPath;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;
import org.jspecify.annotations.Nullable;

/**
 * Which rewards are among the best: a running quantile.
 *
 * <pre>
 * T = T + .02 s (1[r &gt; T] - share)        T begins at the first reward
 * told:      s is told, the usual size of discounted sums of rewards;   share .1
 * measured:  s is the standard deviation of the rewards;                share .05
 * </pre>
 *
 * <p>Sums over fifty steps are far larger than rewards, so that a told T jumps about and lets
 * through much that is not among the best; a measured one rests. Units: r, T, s reward. Source:
 * Robbins and Monro (1951), Annals of Mathematical Statistics 22:400.
 */
@HotPath
final class RewardQuantile {
  private static final double RATE = .02;
  private static final double SHARE = .1;
  private static final double SHARE_MEASURED = .05;

  private final double share;
  private final @Nullable RunningNorm spread; // of the rewards, if it is measured
  private final double[] latest = new double[1]; // r
  private double threshold; // T
  private long steps;

  /**
   * Knows no reward yet.
   *
   * @param measured whether it measures the size of rewards itself
   */
  RewardQuantile(boolean measured) {
    share = measured ? SHARE_MEASURED : SHARE;
    spread = measured ? new RunningNorm(1) : null;
  }

  /**
   * Takes one more reward; whether it is among the best.
   *
   * @param told s, for who does not measure it
   */
  boolean isBest(double reward, double told) {
    steps++;
    threshold = steps == 1 ? reward : threshold;
    threshold += RATE * size(reward, told) * ((reward > threshold ? 1 : 0) - share);
    return reward > threshold;
  }

  private double size(double reward, double told) {
    if (spread == null) {
      return told;
    }
    latest[0] = reward;
    spread.observe(latest);
    return spread.deviation(0);
  }

  /** How many rewards it has taken. */
  long steps() {
    return steps;
  }

  void save(StateWriter out) {
    out.put("goal.threshold", threshold);
    out.put("goal.steps", steps);
    if (spread != null) {
      spread.save(out, "goal.spread");
    }
  }

  void load(StateReader in) {
    threshold = in.getDouble("goal.threshold");
    steps = in.getLong("goal.steps");
    if (spread != null) {
      spread.load(in, "goal.spread");
    }
  }
}
