package io.olivo.learning.reward.peer;

import io.olivo.learning.HotPath;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;

/**
 * Rewards by the running spread of their discounted sum.
 *
 * <pre>
 * u = gamma u + r, from 0 in every episode;  m, S: running mean and squares of u (Welford)
 * r / sqrt(S/n + 1e-8), and r itself until there are two of them
 * </pre>
 *
 * <p>Source: Elsayed, Vasan and Mahmood (2024), arXiv 2410.14606; see also Engstrom et al. (2020),
 * arXiv 2005.12729.
 */
@HotPath
final class RewardScale {
  private static final double LEAST = 1e-8; // variance

  private final double gamma;
  private double sum; // u
  private double mean;
  private double squares;
  private double count;

  RewardScale(double gamma) {
    this.gamma = gamma;
  }

  /** An episode begins. */
  void begin() {
    sum = 0;
  }

  /** Takes a reward in and scales it. */
  double scaled(double reward) {
    sum = gamma * sum + reward;
    count++;
    double off = sum - mean;
    mean += off / count;
    squares += off * (sum - mean);
    return count < 2 ? reward : reward / Math.sqrt(squares / count + LEAST);
  }

  void save(StateWriter out) {
    out.put("reward.sum", sum);
    out.put("reward.mean", mean);
    out.put("reward.squares", squares);
    out.put("reward.count", count);
  }

  void load(StateReader in) {
    sum = in.getDouble("reward.sum");
    mean = in.getDouble("reward.mean");
    squares = in.getDouble("reward.squares");
    count = in.getDouble("reward.count");
  }
}
