package io.olivo.controller.fault;

import io.olivo.learning.HotPath;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;

/** Takes samples in pairs and can keep one of them. */
@HotPath
abstract class PairFault extends SensorFault {
  private double value; // of the kept sample, in the channel's unit
  private long stampNanos; // of the same
  private boolean kept;
  private boolean second;

  PairFault(Span span) {
    super(span);
  }

  @Override
  final void begin() {
    kept = false;
    second = false;
  }

  @Override
  final void spoil(Reading reading, long nowNanos) {
    if (!reading.fresh) {
      return;
    }
    if (second) {
      second(reading);
    } else {
      first(reading);
    }
    second = !second;
  }

  /** The first sample of a pair. */
  abstract void first(Reading reading);

  /** The second sample of a pair. */
  abstract void second(Reading reading);

  final void keep(Reading reading) {
    value = reading.value;
    stampNanos = reading.stampNanos;
    kept = true;
  }

  final void giveKept(Reading reading) {
    reading.set(value, stampNanos);
  }

  final void swapWithKept(Reading reading) {
    double earlier = value;
    long earlierNanos = stampNanos;
    boolean any = kept;
    keep(reading);
    reading.set(earlier, earlierNanos);
    reading.fresh = any;
  }

  @Override
  final void save(StateWriter out, String name) {
    super.save(out, name);
    out.put(name + ".kept", value);
    out.put(name + ".pair", new long[] {stampNanos, kept ? 1 : 0, second ? 1 : 0});
  }

  @Override
  final void load(StateReader in, String name) {
    super.load(in, name);
    value = in.getDouble(name + ".kept");
    long[] pair = new long[3];
    in.get(name + ".pair", pair);
    stampNanos = pair[0];
    kept = pair[1] != 0;
    second = pair[2] != 0;
  }
}
