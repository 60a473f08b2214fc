package io.olivo.deploy.bench;

import io.olivo.controller.loop.Pacer;
import java.util.function.Supplier;

/**
 * One run in two stages, so that what is measured was compiled before: some ticks as fast as
 * possible, then by the wall clock. Robot time goes on through both.
 */
final class StagedPacer implements Pacer {
  private final double fastSeconds;
  private final long fast; // ticks
  private final Supplier<Pacer> then;
  private Pacer paced = this; // until the second stage
  private long tick;
  private long fromNanos;

  /**
   * @param dtSeconds tick length of the first stage
   * @param fast ticks of it
   * @param then of the second stage, asked at its begin on the loop's thread
   */
  StagedPacer(double dtSeconds, long fast, Supplier<Pacer> then) {
    fastSeconds = dtSeconds;
    this.fast = fast;
    this.then = then;
  }

  @Override
  public Beat await() throws InterruptedException {
    if (tick < fast) {
      tick++;
      return Beat.TICK;
    }
    if (paced == this) {
      fromNanos = nowNanos() + Math.round(fastSeconds * 1e9);
      paced = then.get();
    }
    return paced.await();
  }

  @Override
  public long nowNanos() {
    return paced == this ? Math.round(tick * fastSeconds * 1e9) : fromNanos + paced.nowNanos();
  }

  @Override
  public double dtSeconds() {
    return paced == this ? fastSeconds : paced.dtSeconds();
  }
}
