package io.olivo.sim.fault;

import io.olivo.learning.Chance;
import io.olivo.learning.HotPath;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;
import io.olivo.sensors.Channel;

/** One fault in one channel; before and after its time readings pass untouched. */
@HotPath
abstract class SensorFault {
  private final Span span;
  private boolean active;

  SensorFault(Span span) {
    this.span = span;
  }

  /** The kind that was scheduled. */
  static SensorFault of(ScheduledFault fault, Channel channel, double dtSeconds, Chance chance) {
    Span span = fault.span();
    Occasion occasion = new Occasion(fault.everySeconds(), dtSeconds, chance);
    return switch (fault.kind()) {
      case DROPOUT -> new Dropout(span);
      case FREEZE -> new Freeze(span);
      case SPIKE -> new Spike(span, occasion, fault.amount());
      case BIT_FLIP -> new BitFlip(span, occasion, channel, fault.amount());
      case NAN -> new NotANumber(span, occasion);
      case DRIFT -> new Drift(span, fault.amount());
      case DELAY -> new Delay(span, fault.amount(), dtSeconds);
      case DUPLICATE -> new Duplicate(span);
      case REORDER -> new Reorder(span);
      default -> throw new IllegalArgumentException(fault.kind() + " is no fault of a sensor");
    };
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
