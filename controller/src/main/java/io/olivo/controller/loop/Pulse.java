package io.olivo.controller.loop;

import java.util.concurrent.atomic.AtomicLong;

/** A sign of life: counts beats, so that another thread sees whether they go on. */
final class Pulse {
  private final AtomicLong beats = new AtomicLong();

  /** Only the loop's thread. */
  void beat() {
    beats.setRelease(beats.getPlain() + 1);
  }

  /** Any thread. */
  long beats() {
    return beats.getAcquire();
  }
}
