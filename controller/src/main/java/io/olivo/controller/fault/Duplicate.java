package io.olivo.controller.fault;

import io.olivo.learning.HotPath;

/** {@link FaultKind#DUPLICATE}. */
@HotPath
final class Duplicate extends PairFault {
  Duplicate(Span span) {
    super(span);
  }

  @Override
  void first(Reading reading) {
    keep(reading);
  }

  @Override
  void second(Reading reading) {
    giveKept(reading);
  }
}
