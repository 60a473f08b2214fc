package io.olivo.controller.loop;

/** As fast as possible, in robot time: for simulations in this process. */
public final class FastPacer implements Pacer {
  private final double dtSeconds;
  private final long ticks;
  private long tick;

  /**
   * @param dtSeconds tick length
   * @param ticks how many, then the run ends
   */
  public FastPacer(double dtSeconds, long ticks) {
    this(dtSeconds, 0, ticks);
  }

  /**
   * Goes on with a run.
   *
   * @param dtSeconds tick length
   * @param first the first tick's number, from 0
   * @param ticks how many there are from the beginning of the run
   */
  public FastPacer(double dtSeconds, long first, long ticks) {
    this.dtSeconds = dtSeconds;
    this.ticks = ticks;
    tick = first - 1;
  }

  @Override
  public Beat await() {
    tick++;
    return tick < ticks && !Thread.currentThread().isInterrupted() ? Beat.TICK : Beat.END;
  }

  @Override
  public long nowNanos() {
    return Math.round(tick * dtSeconds * 1e9);
  }

  @Override
  public double dtSeconds() {
    return dtSeconds;
  }
}
