package io.olivo.controller.loop;

/**
 * Ends a run after exactly so many ticks, whatever happens in them, without waiting for another
 * one.
 */
public final class TickLimit extends ForwardingPacer {
  private final double ticks;
  private long tick;

  /**
   * @param pacer decides when
   * @param first how many ticks there were before
   * @param ticks how many there are from the beginning of the run; may be infinite
   */
  public TickLimit(Pacer pacer, long first, double ticks) {
    super(pacer);
    this.ticks = Math.rint(ticks);
    tick = first;
  }

  @Override
  public Beat await() throws InterruptedException {
    if (tick >= ticks) {
      return Beat.END;
    }
    Beat beat = pacer.await();
    tick += beat == Beat.TICK ? 1 : 0;
    return beat;
  }
}
