package io.olivo.controller.fault;

import io.olivo.learning.HotPath;

/** {@link FaultKind#DROPOUT}. */
@HotPath
final class Dropout extends SensorFault {
  Dropout(Span span) {
    super(span);
  }

  @Override
  void spoil(Reading reading, long nowNanos) {
    reading.nothing();
  }
}
