package io.olivo.sensors.bus;

import io.olivo.sensors.SampleFrame;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The newest values from one thread to another, such as from that of a bus to the loop. Neither
 * ever waits for the other: each owns one of three slots and exchanges it for the one in the
 * middle.
 */
public final class TripleBuffer {
  private static final int SLOTS = 3;
  private static final int FRESH = 4; // beside the index of the slot in the middle
  private static final int INDEX = 3;

  private final double[][] values;
  private final long[] stamps = new long[SLOTS];
  private final AtomicInteger middle = new AtomicInteger(1);
  private int writing; // the writer's
  private int reading = 2; // the reader's

  /**
   * @param size how many values
   */
  public TripleBuffer(int size) {
    values = new double[SLOTS][size];
    Arrays.fill(stamps, SampleFrame.NEVER);
  }

  /** By the writer. */
  public void publish(double[] newest, long stampNanos) {
    System.arraycopy(newest, 0, values[writing], 0, newest.length);
    stamps[writing] = stampNanos;
    writing = middle.getAndSet(writing | FRESH) & INDEX;
  }

  /** Whether there are newer values than those taken last. */
  public boolean isFresh() {
    return (middle.get() & FRESH) != 0;
  }

  /** By the reader: the values it looks at from now on are the newest. */
  public void take() {
    if (isFresh()) {
      reading = middle.getAndSet(reading) & INDEX;
    }
  }

  /** By the reader. */
  public double value(int index) {
    return values[reading][index];
  }

  /** By the reader; {@link SampleFrame#NEVER} before the first. */
  public long stampNanos() {
    return stamps[reading];
  }
}
