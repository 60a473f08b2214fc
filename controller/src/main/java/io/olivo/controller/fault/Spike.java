package io.olivo.controller.fault;

import io.olivo.learning.HotPath;

/** {@link FaultKind#SPIKE}. */
@HotPath
final class Spike extends OccasionalFault {
  private final double size; // in the channel's unit

  Spike(Span span, Occasion occasion, double size) {
    super(span, occasion);
    this.size = size;
  }

  @Override
  void strike(Reading reading) {
    reading.value += size;
  }
}
