package io.olivo.sensors.bus;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Gives the devices of one bus their turns, each at its own rate, on a thread of its own. */
public final class BusPoller implements AutoCloseable {
  private static final long LONGEST_SLEEP_NANOS = 100_000_000;
  private static final long LONGEST_END_MILLIS = 1000;

  private final String name;
  private final List<BusTask> tasks;
  private final Tolerance tolerance;
  private final LongSupplier clock;
  private final Bus bus;
  private @Nullable Thread thread;
  private volatile boolean ended;
  private double slowed = 1;
  private final AtomicLong busyNanos = new AtomicLong();
  private volatile long beganNanos;

  /**
   * @param name of the bus, such as "i2c-1"
   * @param bus is closed at the end
   * @param tasks of its devices
   * @param tolerance of failures
   * @param clock of the stamps, the one the loop goes by [ns]
   */
  public BusPoller(
      String name,
      Bus bus,
      List<? extends BusTask> tasks,
      Tolerance tolerance,
      LongSupplier clock) {
    this.name = name;
    this.bus = bus;
    this.tasks = List.copyOf(tasks);
    this.tolerance = tolerance;
    this.clock = clock;
    beganNanos = clock.getAsLong();
  }

  /** Name of the bus. */
  public String name() {
    return name;
  }

  /** Those of its devices. */
  public List<BusTask> tasks() {
    return tasks;
  }

  /**
   * Gives a turn to whoever is due; by the thread, or by a simulation at every tick.
   *
   * @return when the next one is due [ns]
   */
  public long poll() {
    long before = clock.getAsLong();
    long due = Long.MAX_VALUE;
    for (int i = 0; i < tasks.size(); i++) {
      due = Math.min(due, tasks.get(i).poll(clock, tolerance));
    }
    busyNanos.addAndGet(clock.getAsLong() - before);
    return due;
  }

  /** Share of the time in which the bus was busy, 0 to 1. */
  public double load() {
    long all = clock.getAsLong() - beganNanos;
    return all > 0 ? (double) busyNanos.get() / all : 0;
  }

  /** Begins, by a clock as fast as the wall's. */
  public void start() {
    start(1);
  }

  /**
   * Begins.
   *
   * @param slowed how many seconds of the wall are one of its clock
   */
  public void start(double slowed) {
    this.slowed = slowed;
    beganNanos = clock.getAsLong();
    thread = Thread.ofPlatform().name("olivo-" + name).daemon().start(this::ask);
  }

  private void ask() {
    while (!ended) {
      long wait = Math.min(poll() - clock.getAsLong(), LONGEST_SLEEP_NANOS);
      if (wait > 0) {
        LockSupport.parkNanos(this, Math.round(wait * slowed));
      }
    }
    end();
  }

  private void end() {
    tasks.forEach(BusTask::end);
  }

  /**
   * Lets every device do its last, ends the thread, then closes the bus; a transfer that hangs is
   * not waited for.
   */
  @Override
  public void close() {
    ended = true;
    try {
      awaitEnd();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      bus.close();
    }
  }

  private void awaitEnd() throws InterruptedException {
    Thread asking = thread;
    if (asking == null) {
      end();
    } else {
      LockSupport.unpark(asking);
      asking.join(LONGEST_END_MILLIS);
    }
  }
}
