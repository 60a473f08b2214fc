package io.olivo.controller.command;

/** So many a second in the long run, and so many at once; for one thread. */
public final class TokenBucket {
  private final double perNano;
  private final double most;
  private double tokens;
  private long thenNanos;

  /**
   * Full at first.
   *
   * @param perSecond [1/s]
   * @param atOnce how many may come together
   * @param nowNanos as {@link System#nanoTime}
   */
  public TokenBucket(double perSecond, double atOnce, long nowNanos) {
    if (!(perSecond > 0 && atOnce >= 1)) { // also refuses NaN
      throw new IllegalArgumentException(
          "a rate above 0 and at least 1 at once, got " + perSecond + " and " + atOnce);
    }
    perNano = perSecond * 1e-9;
    most = atOnce;
    tokens = atOnce;
    thenNanos = nowNanos;
  }

  /** Takes one, if there is one. */
  public boolean take(long nowNanos) {
    tokens = Math.min(most, tokens + Math.max(0, nowNanos - thenNanos) * perNano);
    thenNanos = nowNanos;
    boolean has = tokens >= 1;
    tokens -= has ? 1 : 0;
    return has;
  }
}
