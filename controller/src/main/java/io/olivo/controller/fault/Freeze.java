package io.olivo.controller.fault;

import io.olivo.learning.HotPath;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;

/** {@link FaultKind#FREEZE}. */
@HotPath
final class Freeze extends SensorFault {
  private double frozen; // in the channel's unit
  private boolean taken;

  Freeze(Span span) {
    super(span);
  }

  @Override
  void begin() {
    taken = false;
  }

  @Override
  void spoil(Reading reading, long nowNanos) {
    if (!taken && reading.fresh) {
      frozen = reading.value;
      taken = true;
    }
    reading.value = frozen;
  }

  @Override
  void save(StateWriter out, String name) {
    super.save(out, name);
    out.put(name + ".frozen", new double[] {frozen, taken ? 1 : 0});
  }

  @Override
  void load(StateReader in, String name) {
    super.load(in, name);
    double[] saved = new double[2];
    in.get(name + ".frozen", saved);
    frozen = saved[0];
    taken = saved[1] != 0;
  }
}
