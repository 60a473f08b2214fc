package io.olivo.deploy.doctor;

import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;

/** How late the computer wakes the loop, measured without running it. */
final class TimingCheck {
  private static final long NANOS = 1_000_000_000;
  private static final long DURATION_NANOS = NANOS / 2;
  private static final long LONGEST_PERIOD_NANOS = NANOS / 100; // so that there are 50 samples

  private TimingCheck() {}

  static Check measured(double rateHertz) {
    long period = Math.round(NANOS / rateHertz);
    return judge(p99(lateness(Math.min(period, LONGEST_PERIOD_NANOS))), period);
  }

  static Check judge(long p99Nanos, long periodNanos) {
    String what =
        "at a period of %.2f ms, 99 of 100 ticks begin within %.3f ms"
            .formatted(periodNanos / 1e6, p99Nanos / 1e6);
    return p99Nanos <= periodNanos / 2
        ? Check.ok("timing", what)
        : Check.warn(
            "timing",
            what + ", that is late by more than half a period",
            "lower loop.rate, stop other programs, or use a kernel with PREEMPT_RT");
  }

  /** Wakes up on a fixed grid, as the loop does [ns late, one per wake-up]. */
  private static long[] lateness(long periodNanos) {
    long[] late = new long[(int) (DURATION_NANOS / periodNanos)];
    long due = System.nanoTime();
    for (int i = 0; i < late.length; i++) {
      due += periodNanos;
      late[i] = sleepUntil(due) - due;
      due += Math.floorDiv(late[i], periodNanos) * periodNanos; // a missed tick is skipped
    }
    return late;
  }

  private static long sleepUntil(long due) {
    long now = System.nanoTime();
    while (now < due && !Thread.currentThread().isInterrupted()) {
      LockSupport.parkNanos(due - now);
      now = System.nanoTime();
    }
    return Math.max(now, due);
  }

  static long p99(long[] values) {
    long[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[(int) Math.ceil(0.99 * sorted.length) - 1];
  }
}
