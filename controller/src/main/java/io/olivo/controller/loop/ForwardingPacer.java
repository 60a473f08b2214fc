package io.olivo.controller.loop;

/** One pacer around another: says when in its own way, and leaves the rest as it is. */
public abstract class ForwardingPacer implements Pacer {
  /** The one inside. */
  protected final Pacer pacer;

  /**
   * @param pacer the one inside
   */
  protected ForwardingPacer(Pacer pacer) {
    this.pacer = pacer;
  }

  @Override
  public long nowNanos() {
    return pacer.nowNanos();
  }

  @Override
  public double dtSeconds() {
    return pacer.dtSeconds();
  }

  @Override
  public void close() {
    pacer.close();
  }
}
