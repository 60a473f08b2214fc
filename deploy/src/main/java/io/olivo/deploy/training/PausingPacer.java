package io.olivo.deploy.training;

import io.olivo.controller.loop.ForwardingPacer;
import io.olivo.controller.loop.Pacer;
import java.util.function.LongConsumer;

/** Lets somebody look between two ticks now and then, and once more at the end. */
final class PausingPacer extends ForwardingPacer {
  private final long every; // ticks
  private final LongConsumer pause;
  private long ticks;
  private long paused; // ticks when somebody looked last

  /**
   * @param done ticks of the run so far
   * @param every ticks from one pause to the next
   * @param pause is told how many ticks there were
   */
  PausingPacer(Pacer pacer, long done, long every, LongConsumer pause) {
    super(pacer);
    this.every = every;
    this.pause = pause;
    ticks = done;
    paused = done;
  }

  @Override
  public Beat await() throws InterruptedException {
    if (ticks % every == 0) {
      pauseOnce();
    }
    Beat beat = pacer.await();
    ticks += beat == Beat.TICK ? 1 : 0;
    if (beat == Beat.END) {
      pauseOnce();
    }
    return beat;
  }

  private void pauseOnce() {
    if (paused != ticks) {
      paused = ticks;
      pause.accept(ticks);
    }
  }
}
