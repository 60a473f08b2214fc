package io.olivo.controller.fault;

import io.olivo.learning.HotPath;

/** {@link FaultKind#REORDER}. */
@HotPath
final class Reorder extends PairFault {
  Reorder(Span span) {
    super(span);
  }

  /** Of the very first pair nothing has waited yet, so that nothing arrives. */
  @Override
  void first(Reading reading) {
    swapWithKept(reading);
  }

  @Override
  void second(Reading reading) {
    // the later of a pair arrives in its time, before the earlier
  }
}
