package io.olivo.controller.fault;

import io.olivo.learning.HotPath;

/** {@link FaultKind#DRIFT}. */
@HotPath
final class Drift extends SensorFault {
  private final double rate; // channel's unit per second

  Drift(Span span, double rate) {
    super(span);
    this.rate = rate;
  }

  @Override
  void spoil(Reading reading, long nowNanos) {
    reading.value += rate * ((nowNanos - span().beginNanos()) * 1e-9);
  }
}
