package io.olivo.sensors.bus;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * One device whose turn comes at its own rate: it is made ready, then transfers; after failures it
 * is tried again, and after long ones made ready anew. By the thread of its bus alone.
 */
public abstract class BusTask {
  private static final long IDLE_NANOS = 10_000_000;
  private static final int EARLY = 10; // parts of a period

  private final BusDevice device;
  private final long periodNanos;
  private int step; // of beginning
  private boolean ready;
  private volatile long goodNanos; // last transfer, or since when it is being made ready
  private long dueNanos;
  private boolean waited; // for work
  private final AtomicLong transfers = new AtomicLong();
  private final AtomicLong failures = new AtomicLong();
  private final AtomicLong begun = new AtomicLong();
  private volatile @Nullable String complaint;

  /**
   * @param device whose turn it is
   * @param rateHertz how often, at most
   */
  protected BusTask(BusDevice device, double rateHertz) {
    if (!(rateHertz > 0)) {
      throw new IllegalArgumentException(device.name() + " needs a rate above 0 Hz");
    }
    this.device = device;
    periodNanos = Math.round(1e9 / rateHertz);
  }

  /** Whose turn it is. */
  public final BusDevice device() {
    return device;
  }

  /**
   * What is done when its turn has come.
   *
   * @param nowNanos on the clock of the bus
   * @throws BusException when it failed; it is tried again
   */
  protected abstract void transfer(long nowNanos) throws BusException;

  /** Whether there is anything to transfer; else its turn is passed over until there is. */
  protected boolean hasWork(long nowNanos) {
    return true;
  }

  /** How soon to look again whether there is work [ns]. */
  protected long idleNanos(long nowNanos) {
    return IDLE_NANOS;
  }

  /** The last that is done, before the bus is closed. */
  protected void end() {}

  /**
   * Takes its turn when that has come.
   *
   * @return when to look again [ns]
   */
  final long poll(LongSupplier clock, Tolerance tolerance) {
    long now = clock.getAsLong();
    if (now < dueNanos) {
      return dueNanos;
    }
    if (ready && !hasWork(now)) {
      waited = true;
      return now + idleNanos(now);
    }
    try {
      turn(now, clock, tolerance);
    } catch (BusException e) {
      failed(e, clock.getAsLong(), tolerance);
    }
    return dueNanos;
  }

  /** Late turns are not made up for. */
  private void turn(long now, LongSupplier clock, Tolerance tolerance) throws BusException {
    if (ready) {
      transfer(clock, tolerance);
      dueNanos = waited ? now + early() : Math.max(dueNanos + periodNanos, now);
      waited = false;
    } else {
      begin(now);
    }
  }

  /** Who had to wait for work comes a little early next time, so as not to wait long again. */
  private long early() {
    return periodNanos - periodNanos / EARLY;
  }

  private void begin(long now) throws BusException {
    double wait = device.begin(step);
    step++;
    dueNanos = now + Math.round(wait * 1e9);
    if (wait == BusDevice.READY) {
      ready = true;
      goodNanos = now;
      begun.incrementAndGet();
    }
  }

  private void transfer(LongSupplier clock, Tolerance tolerance) throws BusException {
    for (int left = tolerance.tries() - 1; ; left--) {
      long now = clock.getAsLong();
      try {
        transfer(now);
        goodNanos = now;
        transfers.incrementAndGet();
        return;
      } catch (BusException e) {
        if (left == 0) {
          throw e;
        }
      }
    }
  }

  private void failed(BusException e, long now, Tolerance tolerance) {
    failures.incrementAndGet();
    complaint = e.getMessage();
    if (ready && now - goodNanos < tolerance.beginAnewSeconds() * 1e9) {
      dueNanos = now + periodNanos;
    } else {
      dueNanos = now + Math.round(ready ? 0 : tolerance.beginAgainSeconds() * 1e9);
      ready = false;
      step = 0;
    }
  }

  /** How old its last good transfer is [s]; NaN before the first. From any thread. */
  public final double ageSeconds(long nowNanos) {
    return transfers.get() == 0 ? Double.NaN : (nowNanos - goodNanos) * 1e-9;
  }

  /** Good transfers so far. */
  public final long transfers() {
    return transfers.get();
  }

  /** Transfers given up, and failed attempts to make the device ready. */
  public final long failures() {
    return failures.get();
  }

  /** How often the device was made ready. */
  public final long begun() {
    return begun.get();
  }

  /** What went wrong last; null when nothing ever did. */
  public final @Nullable String complaint() {
    return complaint;
  }
}
