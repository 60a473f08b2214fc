package io.olivo.learning.reward;

import io.olivo.learning.HotPath;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;

/**
 * Divides rewards by the standard deviation of their discounted sum, so that step sizes need not
 * know their unit.
 *
 * <pre>
 * u = gamma u + r            with the last reward of an episode u = r
 * r / s(u)                   s: {@link RunningNorm standard deviation} of all u so far
 * </pre>
 *
 * <p>Units: r, u the reward's, result 1. Source: Engstrom et al. (2020), ICLR (reward scaling);
 * Elsayed, Vasan and Mahmood (2024), arXiv 2410.14606 (sample by sample).
 */
@HotPath
public final class RewardScale {
  private final double discount; // gamma
  private final double[] trace = new double[1]; // u
  private final RunningNorm norm = new RunningNorm(1);

  /**
   * Knows no reward yet.
   *
   * @param discount gamma, in [0, 1)
   */
  public RewardScale(double discount) {
    this.discount = discount;
  }

  /** Takes one reward into the scale and divides it. */
  public double scaled(double reward, boolean last) {
    trace[0] = last ? reward : discount * trace[0] + reward;
    norm.observe(trace);
    return reward / deviation();
  }

  /** Standard deviation of the discounted sums so far [reward]. */
  double deviation() {
    return norm.deviation(0);
  }

  /** Writes itself under names that begin so. */
  public void save(StateWriter out, String name) {
    out.put(out.name(name, ".trace"), trace);
    norm.save(out, out.name(name, ".sum"));
  }

  /** Takes it back. */
  public void load(StateReader in, String name) {
    in.get(in.name(name, ".trace"), trace);
    norm.load(in, in.name(name, ".sum"));
  }
}
