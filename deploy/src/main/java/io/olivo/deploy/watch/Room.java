package io.olivo.deploy.watch;

import java.util.concurrent.atomic.AtomicLong;

/** Memory that all robots share, so that none of them, and no crowd of them, exhausts it. */
final class Room {
  private final AtomicLong left;
  private final AtomicLong refused = new AtomicLong();

  /**
   * @param bytes that there are
   */
  Room(long bytes) {
    left = new AtomicLong(bytes);
  }

  /** Takes so many bytes, if there are as many. */
  boolean take(long bytes) {
    long before = left.getAndUpdate(now -> now >= bytes ? now - bytes : now);
    if (before < bytes) {
      refused.incrementAndGet();
    }
    return before >= bytes;
  }

  /** They are needed no more. */
  void giveBack(long bytes) {
    left.addAndGet(bytes);
  }

  /** How often there were too few. */
  long refused() {
    return refused.get();
  }
}
