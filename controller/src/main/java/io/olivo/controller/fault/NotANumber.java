package io.olivo.controller.fault;

import io.olivo.learning.HotPath;

/** {@link FaultKind#NAN}. */
@HotPath
final class NotANumber extends OccasionalFault {

  NotANumber(Span span, Occasion occasion) {
    super(span, occasion);
  }

  @Override
  void strike(Reading reading) {
    reading.value = Double.NaN;
  }
}
