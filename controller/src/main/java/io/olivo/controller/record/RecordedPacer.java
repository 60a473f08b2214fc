package io.olivo.controller.record;

import io.olivo.controller.loop.ForwardingPacer;
import io.olivo.controller.loop.Pacer;

/** A pacer whose beats are recorded. */
final class RecordedPacer extends ForwardingPacer {
  private final Tap tap;

  RecordedPacer(Pacer pacer, Tap tap) {
    super(pacer);
    this.tap = tap;
  }

  @Override
  public Beat await() throws InterruptedException {
    tap.beatDone();
    Beat beat = pacer.await();
    if (beat != Beat.END) {
      tap.begin(beat, pacer.nowNanos(), pacer.dtSeconds());
    }
    return beat;
  }
}
