package io.olivo.deploy.training;

import io.olivo.controller.loop.Pacer;
import io.olivo.controller.mirror.MirrorEndpoint;

/**
 * Paces a training by a simulator elsewhere. Whoever joins it in the middle of an episode asks for
 * another one: that one belongs to who was there before. A silent simulator is waited for: its time
 * stands still, and a safe command would change what the loop remembers, but nothing there.
 */
final class JoiningPacer implements Pacer {
  private final MirrorEndpoint mirror;
  private final long ticks;
  private long tick;

  /**
   * @param ticks how many, then the run ends
   */
  JoiningPacer(MirrorEndpoint mirror, long ticks) {
    this.mirror = mirror;
    this.ticks = ticks;
  }

  @Override
  public Beat await() throws InterruptedException {
    if (tick == ticks) {
      return Beat.END;
    }
    Beat beat = mirror.pacer().await();
    while (beat == Beat.LOST) {
      beat = mirror.pacer().await();
    }
    tick += beat == Beat.TICK ? 1 : 0;
    if (beat == Beat.RESTARTED && !mirror.sensors().isReset()) {
      mirror.actuators().askForEpisode();
    }
    return beat;
  }

  @Override
  public long nowNanos() {
    return mirror.pacer().nowNanos();
  }

  @Override
  public double dtSeconds() {
    return mirror.pacer().dtSeconds();
  }

  @Override
  public void close() {
    mirror.pacer().close();
  }
}
