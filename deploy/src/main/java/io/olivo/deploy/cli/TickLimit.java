package io.olivo.deploy.cli;

import io.olivo.controller.loop.Pacer;

/**
 * Ends a run after exactly so many ticks, whatever happens in them, without waiting for another
 * one.
 */
final class TickLimit implements Pacer {
  private final Pacer source;
  private final double ticks;
  private long tick;

  /**
   * @param source decides when
   * @param first how many ticks there were before
   * @param ticks how many there are from the beginning of the run; may be infinite
   */
  TickLimit(Pacer source, long first, double ticks) {
    this.source = source;
    this.ticks = Math.rint(ticks);
    tick = first;
  }

  @Override
  public Beat await() throws InterruptedException {
    if (tick >= ticks) {
      return Beat.END;
    }
    Beat beat = source.await();
    tick += beat == Beat.TICK ? 1 : 0;
    return beat;
  }

  @Override
  public long nowNanos() {
    return source.nowNanos();
  }

  @Override
  public double dtSeconds() {
    return source.dtSeconds();
  }

  @Override
  public void close() {
    source.close();
  }
}
