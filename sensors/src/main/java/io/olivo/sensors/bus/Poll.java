package io.olivo.sensors.bus;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** One sensor that is asked at its own rate; by the thread of its bus. */
public final class Poll {
  private final PolledSensor sensor;
  private final long periodNanos;
  private final double[] read;
  private final TripleBuffer newest;
  private int step; // of beginning
  private boolean ready;
  private long goodNanos; // last reading, or since when it is being made ready
  private long dueNanos;
  private final AtomicLong readings = new AtomicLong();
  private final AtomicLong failures = new AtomicLong();
  private final AtomicLong begun = new AtomicLong();
  private volatile @Nullable String complaint;

  /**
   * @param sensor who is asked
   * @param rateHertz how often
   */
  public Poll(PolledSensor sensor, double rateHertz) {
    if (!(rateHertz > 0)) {
      throw new IllegalArgumentException(sensor.name() + " needs a rate above 0 Hz");
    }
    this.sensor = sensor;
    periodNanos = Math.round(1e9 / rateHertz);
    read = new double[sensor.measures().size()];
    newest = new TripleBuffer(read.length);
  }

  /** Who is asked. */
  public PolledSensor sensor() {
    return sensor;
  }

  /** When it is asked next. */
  long dueNanos() {
    return dueNanos;
  }

  /** Asks when it is time to. */
  void poll(LongSupplier clock, Tolerance tolerance) {
    long now = clock.getAsLong();
    if (now < dueNanos) {
      return;
    }
    try {
      if (ready) {
        read(clock, tolerance);
        dueNanos = Math.max(dueNanos + periodNanos, now); // late ones are not made up for
      } else {
        begin(now);
      }
    } catch (BusException e) {
      failed(e, clock.getAsLong(), tolerance);
    }
  }

  private void begin(long now) throws BusException {
    double wait = sensor.begin(step);
    step++;
    dueNanos = now + Math.round(wait * 1e9);
    if (wait == PolledSensor.READY) {
      ready = true;
      goodNanos = now;
      begun.incrementAndGet();
    }
  }

  private void read(LongSupplier clock, Tolerance tolerance) throws BusException {
    for (int left = tolerance.tries() - 1; ; left--) {
      long stamp = clock.getAsLong();
      try {
        sensor.read(read);
        newest.publish(read, stamp);
        goodNanos = stamp;
        readings.incrementAndGet();
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

  TripleBuffer newest() {
    return newest;
  }

  /** Good readings so far. */
  public long readings() {
    return readings.get();
  }

  /** Readings given up, and failed attempts to make the chip ready. */
  public long failures() {
    return failures.get();
  }

  /** How often the chip was made ready. */
  public long begun() {
    return begun.get();
  }

  /** What went wrong last; null when nothing ever did. */
  public @Nullable String complaint() {
    return complaint;
  }
}
