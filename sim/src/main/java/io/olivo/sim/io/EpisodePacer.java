package io.olivo.sim.io;

import io.olivo.controller.loop.ForwardingPacer;
import io.olivo.controller.loop.Pacer;

/**
 * Ends the episode of a simulated robot after so many ticks: the robot is put back, and the loop
 * told that continuity is broken. A run that ends then leaves that to the one that goes on.
 */
public final class EpisodePacer extends ForwardingPacer {
  private final long ticks; // of an episode
  private final Runnable putBack;
  private long tick;
  private boolean owed; // a tick, after the robot was put back

  /**
   * @param pacer says when
   * @param ticks length of an episode
   * @param done ticks of the run so far, where it goes on
   * @param putBack puts the robot back
   */
  public EpisodePacer(Pacer pacer, long ticks, long done, Runnable putBack) {
    super(pacer);
    if (ticks < 1) {
      throw new IllegalArgumentException("an episode has at least one tick, got " + ticks);
    }
    this.ticks = ticks;
    this.putBack = putBack;
    tick = done == 0 ? 0 : (done - 1) % ticks + 1; // at its end it is not yet put back
  }

  @Override
  public Beat await() throws InterruptedException {
    Beat beat = owed ? Beat.TICK : pacer.await();
    if (beat == Beat.TICK && tick == ticks) {
      tick = 0;
      owed = true;
      putBack.run();
      return Beat.RESTARTED;
    }
    owed = false;
    tick += beat == Beat.TICK ? 1 : 0;
    return beat;
  }
}
