package io.olivo.controller.fault;

import io.olivo.learning.HotPath;

/** What one channel says in one tick, on its way through the faults. */
@HotPath
final class Reading {
  double value; // in the channel's unit
  long stampNanos;
  boolean fresh; // whether it says anything new at all

  void set(double newValue, long newStampNanos) {
    value = newValue;
    stampNanos = newStampNanos;
    fresh = true;
  }

  void nothing() {
    fresh = false;
  }
}
