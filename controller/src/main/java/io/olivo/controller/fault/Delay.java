package io.olivo.controller.fault;

import io.olivo.learning.HotPath;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;

/** {@link FaultKind#DELAY}. When more samples are on their way than expected the oldest is lost. */
@HotPath
final class Delay extends SensorFault {
  private final long ageNanos;
  private final double[] value; // ring of samples on their way, in the channel's unit
  private final long[] stampNanos; // of the same
  private int oldest;
  private int waiting;

  /**
   * @param ageSeconds how late samples arrive
   * @param dtSeconds time between samples, at least
   */
  Delay(Span span, double ageSeconds, double dtSeconds) {
    super(span);
    ageNanos = Math.round((ageSeconds - dtSeconds / 2) * 1e9); // to the nearest tick
    value = new double[(int) Math.round(ageSeconds / dtSeconds) + 2];
    stampNanos = new long[value.length];
  }

  @Override
  void begin() {
    waiting = 0;
  }

  @Override
  void spoil(Reading reading, long nowNanos) {
    if (reading.fresh) {
      send(reading);
    }
    reading.nothing();
    while (waiting > 0 && nowNanos - stampNanos[oldest] >= ageNanos) {
      reading.set(value[oldest], stampNanos[oldest]);
      loseOldest();
    }
  }

  private void send(Reading reading) {
    if (waiting == value.length) {
      loseOldest();
    }
    int next = (oldest + waiting) % value.length;
    value[next] = reading.value;
    stampNanos[next] = reading.stampNanos;
    waiting++;
  }

  private void loseOldest() {
    oldest = (oldest + 1) % value.length;
    waiting--;
  }

  @Override
  void save(StateWriter out, String name) {
    super.save(out, name);
    out.put(name + ".values", value);
    out.put(name + ".stamps", stampNanos);
    out.put(name + ".ring", new long[] {oldest, waiting});
  }

  @Override
  void load(StateReader in, String name) {
    super.load(in, name);
    in.get(name + ".values", value);
    in.get(name + ".stamps", stampNanos);
    long[] ring = new long[2];
    in.get(name + ".ring", ring);
    oldest = Math.floorMod((int) ring[0], value.length);
    waiting = Math.clamp(ring[1], 0, value.length);
  }
}
