package io.olivo.controller.fault;

import io.olivo.learning.HotPath;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;
import java.util.List;

/** When the bus hangs. Each hang is taken once, by the first write in its time. */
@HotPath
final class Hangs {
  private final Span[] spans;
  private final long[] taken; // [hang] 1 when it was
  private final Sleeper sleeper;

  Hangs(List<ScheduledFault> hangs, Sleeper sleeper) {
    spans = hangs.stream().map(ScheduledFault::span).toArray(Span[]::new);
    taken = new long[spans.length];
    this.sleeper = sleeper;
  }

  void afterWrite(long nowNanos) {
    for (int i = 0; i < spans.length; i++) {
      if (taken[i] == 0 && spans[i].holds(nowNanos)) {
        taken[i] = 1;
        sleeper.hold(spans[i].endNanos() - nowNanos);
      }
    }
  }

  void save(StateWriter out) {
    out.put("fault.hangs", taken);
  }

  void load(StateReader in) {
    in.get("fault.hangs", taken);
  }
}
