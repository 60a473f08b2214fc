package io.olivo.sim.mirror;

import java.time.Duration;

/** How long to wait before a Sense is sent again: short at first, long when nobody is there. */
final class Patience {
  private static final long SHORT_NANOS = Duration.ofMillis(40).toNanos();
  private static final long LONG_NANOS = Duration.ofMillis(500).toNanos();
  private static final int EAGER = 5; // this often in a row after the short time

  private int sent;
  private long waitNanos = SHORT_NANOS;

  /** The wait after a message was sent [ns]. */
  long next() {
    if (++sent > EAGER) {
      waitNanos = Math.min(LONG_NANOS, 2 * waitNanos);
    }
    return waitNanos;
  }

  /** The controller is there. */
  void renew() {
    sent = 0;
    waitNanos = SHORT_NANOS;
  }
}
