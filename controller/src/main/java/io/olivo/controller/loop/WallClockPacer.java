package io.olivo.controller.loop;

import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.SingleWriterRecorder;

/**
 * A fixed rate by the wall clock. A tick that cannot begin in its period is skipped and counted,
 * never caught up: a burst of late ticks moves a robot worse than a gap.
 */
public final class WallClockPacer implements Pacer {
  /** Sleeps until a time of the clock; a test's moves its clock. */
  public interface Sleeper {
    /** Returns at or after {@code wakeNanos} of the same clock, or when interrupted. */
    void until(long wakeNanos);
  }

  private final LongSupplier clock;
  private final Sleeper sleeper;
  private final long periodNanos;
  private final long endNanos; // since the start
  private static final long LATEST_NANOS = 10_000_000_000L;

  private final Histogram lateness = new Histogram(1, LATEST_NANOS, 3); // ns
  private final SingleWriterRecorder recent = new SingleWriterRecorder(1, LATEST_NANOS, 3); // ns
  private volatile long startNanos;
  private boolean begun;
  private long tick = -1;
  private long skipped;
  private long nowNanos;
  private double dtSeconds;

  /**
   * @param dtSeconds tick length
   * @param seconds length of the run
   */
  public WallClockPacer(double dtSeconds, double seconds) {
    this(dtSeconds, seconds, WallClockPacer::park);
  }

  /**
   * @param dtSeconds tick length
   * @param seconds length of the run
   * @param clock of both
   */
  public WallClockPacer(double dtSeconds, double seconds, RobotClock clock) {
    this(dtSeconds, seconds, clock, clock::until);
  }

  /**
   * @param dtSeconds tick length
   * @param seconds length of the run
   * @param sleeper sleeps by {@link System#nanoTime}
   */
  public WallClockPacer(double dtSeconds, double seconds, Sleeper sleeper) {
    this(dtSeconds, seconds, System::nanoTime, sleeper);
  }

  WallClockPacer(double dtSeconds, double seconds, LongSupplier clock, Sleeper sleeper) {
    this.clock = clock;
    this.sleeper = sleeper;
    this.dtSeconds = dtSeconds;
    periodNanos = Math.round(dtSeconds * 1e9);
    endNanos = seconds * 1e9 >= Long.MAX_VALUE ? Long.MAX_VALUE : Math.round(seconds * 1e9);
  }

  /** Sleeps by Java alone, on any system. */
  public static void park(long wakeNanos) {
    for (long left = wakeNanos - System.nanoTime();
        left > 0 && !Thread.currentThread().isInterrupted();
        left = wakeNanos - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }

  @Override
  public Beat await() throws InterruptedException {
    begin();
    tick++;
    skipMissed();
    sleeper.until(startNanos + tick * periodNanos);
    if (Thread.interrupted()) {
      throw new InterruptedException("the loop was asked to stop");
    }
    measure();
    return nowNanos < endNanos ? Beat.TICK : Beat.END;
  }

  /** Its time begins; else it does with the first tick. By whoever starts what goes by its time. */
  public void begin() {
    if (!begun) {
      startNanos = clock.getAsLong();
      begun = true;
    }
  }

  /** Its time now [ns]; once it has begun, from any thread. */
  public long elapsedNanos() {
    return clock.getAsLong() - startNanos;
  }

  private void skipMissed() {
    long current = (clock.getAsLong() - startNanos) / periodNanos;
    if (current > tick) {
      skipped += current - tick;
      tick = current;
    }
  }

  private void measure() {
    long before = nowNanos;
    nowNanos = elapsedNanos();
    dtSeconds = tick == 0 ? periodNanos * 1e-9 : (nowNanos - before) * 1e-9;
    long late = nowNanos - tick * periodNanos;
    long counted = Math.clamp(late, 0, LATEST_NANOS);
    lateness.recordValue(counted);
    recent.recordValue(counted);
  }

  @Override
  public long nowNanos() {
    return nowNanos;
  }

  @Override
  public double dtSeconds() {
    return dtSeconds;
  }

  /** How late ticks began [ns]. */
  public Histogram lateness() {
    return lateness;
  }

  /** Share of all ticks that began more than half a period late, or were left out. */
  public double lateShare() {
    long late = lateness.getCountBetweenValues(periodNanos / 2, Long.MAX_VALUE);
    long due = lateness.getTotalCount() + skipped;
    return due == 0 ? 0 : (late + skipped) / (double) due;
  }

  /** How late ticks began since this was last asked [ns]; for one other thread, while it runs. */
  public Histogram latenessSinceAsked() {
    return recent.getIntervalHistogram();
  }

  /** Ticks that were left out because the ones before took too long. */
  public long skipped() {
    return skipped;
  }
}
