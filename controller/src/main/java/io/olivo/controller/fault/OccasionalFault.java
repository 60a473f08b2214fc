package io.olivo.controller.fault;

import io.olivo.learning.HotPath;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;

/** A fault that strikes single fresh samples, as often as its occasion comes. */
@HotPath
abstract class OccasionalFault extends SensorFault {
  final Occasion occasion;

  OccasionalFault(Span span, Occasion occasion) {
    super(span);
    this.occasion = occasion;
  }

  @Override
  final void spoil(Reading reading, long nowNanos) {
    if (reading.fresh && occasion.comes()) {
      strike(reading);
    }
  }

  /** Changes the value of one sample. */
  abstract void strike(Reading reading);

  @Override
  final void save(StateWriter out, String name) {
    super.save(out, name);
    occasion.save(out, name);
  }

  @Override
  final void load(StateReader in, String name) {
    super.load(in, name);
    occasion.load(in, name);
  }
}
