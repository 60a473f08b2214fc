package io.olivo.controller.mirror;

import java.util.concurrent.atomic.AtomicLong;

/** The counting behind {@link MirrorCounters}; allocates nothing while it counts. */
final class Tally {
  final AtomicLong ticks = new AtomicLong();
  final AtomicLong resent = new AtomicLong();
  final AtomicLong duplicates = new AtomicLong();
  final AtomicLong refused = new AtomicLong();
  final AtomicLong lost = new AtomicLong();

  MirrorCounters counters() {
    return new MirrorCounters(
        ticks.get(), resent.get(), duplicates.get(), refused.get(), lost.get());
  }
}
