package io.olivo.sim.fault;

import io.olivo.learning.HotPath;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;

/** {@link FaultKind#SPIKE}. */
@HotPath
final class Spike extends SensorFault {
  private final Occasion occasion;
  private final double size; // in the channel's unit

  Spike(Span span, Occasion occasion, double size) {
    super(span);
    this.occasion = occasion;
    this.size = size;
  }

  @Override
  void spoil(Reading reading, long nowNanos) {
    if (reading.fresh && occasion.comes()) {
      reading.value += size;
    }
  }

  @Override
  void save(StateWriter out, String name) {
    super.save(out, name);
    occasion.save(out, name);
  }

  @Override
  void load(StateReader in, String name) {
    super.load(in, name);
    occasion.load(in, name);
  }
}
