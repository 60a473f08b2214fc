package io.olivo.learning.guard;

import io.olivo.learning.HotPath;

/**
 * Whether the effort of the feedback is what it usually is.
 *
 * <pre>
 * F = F + fast  (|effort / limit|^2 - F)       now
 * U = U + usual (min(F, band^2 V) - U)         usual; V = max(U, least^2)
 * outside: F > band^2 V
 * </pre>
 */
@HotPath
final class Band {
  private final double[] limit;
  private final double fast;
  private final double usualRate;
  private final double square; // of the band
  private final double least; // squared
  private double now;
  private double usual;
  private boolean inside = true;

  Band(double[] limit, GuardConfig config, double dtSeconds) {
    this.limit = limit;
    fast = dtSeconds / (config.fastSeconds() + dtSeconds);
    usualRate = dtSeconds / (config.usualSeconds() + dtSeconds);
    square = config.band() * config.band();
    least = config.least() * config.least();
  }

  /** One tick; whether the effort is inside. */
  boolean holds(double[] effort) {
    double sum = 0;
    for (int j = 0; j < limit.length; j++) {
      double share = Math.clamp(effort[j] / limit[j], -1, 1);
      sum += share * share;
    }
    now += fast * (sum - now);
    double edge = square * Math.max(usual, least);
    usual += usualRate * (Math.min(now, edge) - usual);
    inside = now <= edge;
    return inside;
  }

  /** Whether it was inside in the last tick. */
  boolean isInside() {
    return inside;
  }

  /** The effort now, times the usual one. */
  double effort() {
    return Math.sqrt(now / Math.max(usual, least));
  }

  /** After a standstill the effort of before means nothing; what is usual stays. */
  void interrupt() {
    now = 0;
  }
}
