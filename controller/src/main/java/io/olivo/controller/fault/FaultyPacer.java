package io.olivo.controller.fault;

import io.olivo.controller.loop.Pacer;

/** A pacer whose clock steps, and which leaves out the ticks of a hang in robot time. */
public final class FaultyPacer implements Pacer {
  private static final double SECONDS_PER_NANO = 1e-9;

  private final Pacer source;
  private final FaultClock clock;
  private long aheadNanos;
  private long nowNanos;
  private double dtSeconds;

  FaultyPacer(Pacer source, FaultClock clock) {
    this.source = source;
    this.clock = clock;
    aheadNanos = clock.aheadNanos(clock.trueNow());
  }

  @Override
  public Beat await() throws InterruptedException {
    Beat beat = source.await();
    while (beat == Beat.TICK && clock.leavesOut(source.nowNanos(), source.dtSeconds())) {
      beat = source.await();
    }
    if (beat != Beat.END) {
      tell(source.nowNanos());
    }
    return beat;
  }

  private void tell(long trueNanos) {
    long before = aheadNanos;
    clock.beat(trueNanos);
    aheadNanos = clock.aheadNanos(trueNanos);
    nowNanos = trueNanos + aheadNanos;
    dtSeconds = source.dtSeconds() + clock.takeGap() + (aheadNanos - before) * SECONDS_PER_NANO;
  }

  @Override
  public long nowNanos() {
    return nowNanos;
  }

  /** Since the tick before, by the same clock: not positive when it jumped back. */
  @Override
  public double dtSeconds() {
    return dtSeconds;
  }

  @Override
  public void close() {
    source.close();
  }
}
