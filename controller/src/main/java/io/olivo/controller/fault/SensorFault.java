package io.olivo.controller.fault;

import io.olivo.learning.HotPath;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;

/** One fault in one channel; before and after its time readings pass untouched. */
@HotPath
abstract class SensorFault {
  private final Span span;
  private boolean active;

  SensorFault(Span span) {
    this.span = span;
  }

  final void pass(Reading reading, long nowNanos) {
    boolean was = active;
    active = span.holds(nowNanos);
    if (active && !was) {
      begin();
    }
    if (active) {
      spoil(reading, nowNanos);
    }
  }

  final Span span() {
    return span;
  }

  /** Forgets the last time. */
  void begin() {}

  /** Changes what a channel says. */
  abstract void spoil(Reading reading, long nowNanos);

  /** Continuity is broken: begins anew when its time is not over. */
  final void restart() {
    active = false;
  }

  void save(StateWriter out, String name) {
    out.put(name + ".active", active ? 1L : 0L);
  }

  void load(StateReader in, String name) {
    active = in.getLong(name + ".active") != 0;
  }
}
