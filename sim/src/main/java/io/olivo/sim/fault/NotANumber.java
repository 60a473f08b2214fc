package io.olivo.sim.fault;

import io.olivo.learning.HotPath;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;

/** {@link FaultKind#NAN}. */
@HotPath
final class NotANumber extends SensorFault {
  private final Occasion occasion;

  NotANumber(Span span, Occasion occasion) {
    super(span);
    this.occasion = occasion;
  }

  @Override
  void spoil(Reading reading, long nowNanos) {
    if (reading.fresh && occasion.comes()) {
      reading.value = Double.NaN;
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
