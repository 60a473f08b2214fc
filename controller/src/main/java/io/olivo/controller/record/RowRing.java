package io.olivo.controller.record;

import io.olivo.controller.telemetry.Tick;
import io.olivo.learning.HotPath;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Hands rows from the loop's thread to the recorder's, without locks and without copies: a row
 * belongs to the loop from {@link #claim} to {@link #publish}, then to the recorder until {@link
 * #release}. One thread on each side.
 */
@HotPath
public final class RowRing {
  private final Row[] rows;
  private final AtomicLong published = new AtomicLong();
  private final AtomicLong released = new AtomicLong();

  /**
   * @param least how many rows there is room for, at least
   */
  public RowRing(int least, int sensors, int actuators, Tick shape) {
    rows = new Row[Integer.highestOneBit(Math.max(2, least) * 2 - 1)];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = new Row(sensors, actuators, shape);
    }
  }

  private Row at(long index) {
    return rows[(int) index & (rows.length - 1)];
  }

  /** The next row to be filled; null when the recorder is behind. */
  @Nullable Row claim() {
    long next = published.getPlain();
    return next - released.getAcquire() < rows.length ? at(next) : null;
  }

  /** The row claimed last is filled. */
  void publish() {
    published.setRelease(published.getPlain() + 1);
  }

  /** The oldest row that was filled; null when there is none. */
  @Nullable Row peek() {
    long next = released.getPlain();
    return next < published.getAcquire() ? at(next) : null;
  }

  /** The row peeked at may be filled again. */
  void release() {
    released.setRelease(released.getPlain() + 1);
  }
}
