package io.olivo.controller.realtime;

import io.olivo.controller.loop.WallClockPacer;
import java.util.concurrent.locks.LockSupport;

/**
 * Sleeps by {@code clock_nanosleep} to an absolute time, so that what happens between reading the
 * clock and falling asleep does not count. Allocates nothing.
 *
 * <p>An interrupt of Java does not wake a thread that sleeps in the kernel. So it sleeps for 20 ms
 * at most and looks then; at 50 Hz and above that is once per tick.
 */
final class PreciseSleeper implements WallClockPacer.Sleeper {
  private static final long LONGEST_NANOS = 20_000_000;

  private final RealtimeKernel kernel;

  /**
   * @param kernel whose monotonic clock is that of {@link System#nanoTime}
   */
  PreciseSleeper(RealtimeKernel kernel) {
    this.kernel = kernel;
  }

  @Override
  public void until(long wakeNanos) {
    long now = System.nanoTime();
    while (wakeNanos - now > 0 && !Thread.currentThread().isInterrupted()) {
      sleep(now, Math.min(wakeNanos - now, LONGEST_NANOS));
      now = System.nanoTime();
    }
  }

  /** A kernel that refuses must not make it spin. */
  private void sleep(long now, long nanos) {
    int answer = kernel.sleepUntil(now + nanos);
    if (answer != 0 && answer != -Errno.EINTR) {
      LockSupport.parkNanos(nanos);
    }
  }
}
