package io.olivo.controller.replay;

import io.olivo.controller.loop.Pacer;
import io.olivo.controller.record.Row;

/** Says when as it was recorded, as fast as possible. */
final class ReplayPacer implements Pacer {
  private final Playback playback;
  private long nowNanos;
  private double dtSeconds;

  ReplayPacer(Playback playback) {
    this.playback = playback;
  }

  @Override
  public Beat await() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException("the replay was asked to stop");
    }
    Beat beat = playback.next();
    Row now = playback.row();
    if (now != null) {
      nowNanos = now.nowNanos;
      dtSeconds = now.dtSeconds;
    }
    return beat;
  }

  @Override
  public long nowNanos() {
    return nowNanos;
  }

  @Override
  public double dtSeconds() {
    return dtSeconds;
  }
}
