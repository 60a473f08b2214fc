package io.olivo.sim.io;

import io.olivo.controller.loop.Pacer;
import java.util.function.BooleanSupplier;

/**
 * Puts a simulated robot back when its episode is over for good, such as after a fall, and tells
 * the loop that continuity is broken.
 */
public final class EndingPacer implements Pacer {
  private final Pacer pacer;
  private final BooleanSupplier over;
  private final Runnable putBack;

  /**
   * @param pacer says when
   * @param over whether the episode is over; no more once the loop has begun anew
   * @param putBack puts the robot back
   */
  public EndingPacer(Pacer pacer, BooleanSupplier over, Runnable putBack) {
    this.pacer = pacer;
    this.over = over;
    this.putBack = putBack;
  }

  @Override
  public Beat await() throws InterruptedException {
    if (over.getAsBoolean()) {
      putBack.run();
      return Beat.RESTARTED;
    }
    return pacer.await();
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
