package io.olivo.controller.reference;

import io.olivo.learning.HotPath;
import org.jspecify.annotations.Nullable;

/**
 * From one trajectory into another that begins at its own beginning. Nothing jumps, not even the
 * acceleration:
 *
 * <pre>
 * q(t) = before(t)                                                t &lt; at
 *      = before(t) + s((t - at) / ease) (after(t - at) - before(t))    s: minimum jerk
 * </pre>
 */
@HotPath
public final class Handover implements Trajectory {
  private final Trajectory after;
  private final double easeSeconds;
  private final double[] was; // [joint]
  private @Nullable Trajectory before;
  private double atSeconds;

  /**
   * One that is still to be begun.
   *
   * @param after where to go
   * @param easeSeconds time to get there
   */
  public Handover(Trajectory after, double easeSeconds) {
    this.after = after;
    this.easeSeconds = easeSeconds;
    was = new double[after.joints()];
  }

  /** From this trajectory, at this time of it; its past must be asked for no more. */
  void begin(Trajectory from, double seconds) {
    before = from instanceof Handover handover ? handover.settled(seconds) : from;
    atSeconds = seconds;
  }

  /** Itself, or where it has gone to if that was long enough ago. */
  private Trajectory settled(double seconds) {
    if (seconds - atSeconds > 2 * easeSeconds) {
      before = null;
    }
    return this;
  }

  /** Where it goes. */
  Trajectory after() {
    return after;
  }

  @Override
  public int joints() {
    return was.length;
  }

  @Override
  public void at(double seconds, double[] position) {
    Trajectory from = before;
    double into = seconds - atSeconds;
    if (from != null && into < 0) {
      from.at(seconds, position);
      return;
    }
    after.at(Math.max(into, 0), position);
    if (from != null && into < easeSeconds) {
      from.at(seconds, was);
      double share = MinimumJerk.at(into / easeSeconds);
      for (int j = 0; j < was.length; j++) {
        position[j] = was[j] + (position[j] - was[j]) * share;
      }
    }
  }
}
