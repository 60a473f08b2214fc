package io.olivo.controller.command;

import io.olivo.controller.wire.Reason;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;

/** How many messages came to a door, and what became of them; any thread may ask. */
public final class DoorCounters {
  private static final Reason[] REASONS = Reason.values();

  private final AtomicLongArray refused = new AtomicLongArray(REASONS.length);
  private final AtomicLong admitted = new AtomicLong();

  void admit() {
    admitted.incrementAndGet();
  }

  void refuse(Reason reason) {
    refused.incrementAndGet(indexOf(reason));
  }

  /** How many were let in. */
  public long admitted() {
    return admitted.get();
  }

  /** How many were not, for this reason. */
  public long refused(Reason reason) {
    return refused.get(indexOf(reason));
  }

  /** How many were not. */
  public long refused() {
    long sum = 0;
    for (int i = 0; i < REASONS.length; i++) {
      sum += refused.get(i);
    }
    return sum;
  }

  private static int indexOf(Reason reason) {
    for (int i = 0; i < REASONS.length; i++) {
      if (REASONS[i] == reason) {
        return i;
      }
    }
    throw new IllegalArgumentException(reason.wire());
  }
}
