package io.olivo.deploy.training;

import io.olivo.controller.loop.ForwardingPacer;
import io.olivo.controller.mirror.MirrorEndpoint;

/**
 * Paces a training by a simulator elsewhere. Whoever joins it in the middle of an episode asks for
 * another one: that one belongs to who was there before. A silent simulator is waited for: its time
 * stands still, and a safe command would change what the loop remembers, but nothing there.
 */
final class JoiningPacer extends ForwardingPacer {
  private final MirrorEndpoint mirror;

  JoiningPacer(MirrorEndpoint mirror) {
    super(mirror.pacer());
    this.mirror = mirror;
  }

  @Override
  public Beat await() throws InterruptedException {
    Beat beat = pacer.await();
    while (beat == Beat.LOST) {
      beat = pacer.await();
    }
    if (beat == Beat.RESTARTED && !mirror.sensors().isReset()) {
      mirror.actuators().askForEpisode();
    }
    return beat;
  }
}
