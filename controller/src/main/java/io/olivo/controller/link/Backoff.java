package io.olivo.controller.link;

import java.util.random.RandomGenerator;

/**
 * How long to wait before the next attempt: twice as long each time up to a limit, less a random
 * part of at most half, so that many robots don't come back at the same moment.
 */
final class Backoff {
  private final long firstNanos;
  private final long limitNanos;
  private final RandomGenerator chance;
  private long nextNanos;

  Backoff(long firstNanos, long limitNanos, RandomGenerator chance) {
    this.firstNanos = firstNanos;
    this.limitNanos = limitNanos;
    this.chance = chance;
    this.nextNanos = firstNanos;
  }

  /** The next wait [ns], in [d/2, d]. */
  long next() {
    long whole = nextNanos;
    nextNanos = Math.min(limitNanos, 2 * whole);
    return whole - (long) (chance.nextDouble() * whole / 2);
  }

  /** It worked: begin with the first wait again. */
  void reset() {
    nextNanos = firstNanos;
  }
}
