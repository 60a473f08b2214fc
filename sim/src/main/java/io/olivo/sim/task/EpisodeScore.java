package io.olivo.sim.task;

import io.olivo.learning.HotPath;

/** The rewards of one episode. */
@HotPath
public final class EpisodeScore {
  private final int tailFrom; // steps
  private double total;
  private double tail;
  private int steps;

  /** The tail is the last fifth of the time limit. */
  public EpisodeScore(Task task) {
    tailFrom = task.timeLimit() * 4 / 5;
  }

  /** A new episode. */
  public void begin() {
    total = 0;
    tail = 0;
    steps = 0;
  }

  /** The reward of one more step. */
  public void add(double reward) {
    total += reward;
    steps++;
    if (steps > tailFrom) {
      tail += reward;
    }
  }

  /** Undiscounted return. */
  public double total() {
    return total;
  }

  /** Mean reward of the tail; NaN when the episode ended before it. */
  public double tail() {
    return steps > tailFrom ? tail / (steps - tailFrom) : Double.NaN;
  }

  /** Steps so far. */
  public int steps() {
    return steps;
  }
}
