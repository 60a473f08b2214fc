package io.olivo.sim.io;

import io.olivo.controller.loop.ForwardingPacer;
import io.olivo.controller.loop.Pacer;
import java.util.function.BooleanSupplier;

/**
 * Puts a simulated robot back when its episode is over for good, such as after a fall, and tells
 * the loop that continuity is broken. A run that ends then leaves that to the one that goes on.
 */
public final class EndingPacer extends ForwardingPacer {
  private final BooleanSupplier over;
  private final Runnable putBack;
  private boolean owed; // a tick, after the robot was put back

  /**
   * @param pacer says when
   * @param over whether the episode is over; no more once the loop has begun anew
   * @param putBack puts the robot back
   */
  public EndingPacer(Pacer pacer, BooleanSupplier over, Runnable putBack) {
    super(pacer);
    this.over = over;
    this.putBack = putBack;
  }

  @Override
  public Beat await() throws InterruptedException {
    if (owed) {
      owed = false;
      return Beat.TICK;
    }
    Beat beat = pacer.await();
    if (beat == Beat.TICK && over.getAsBoolean()) {
      putBack.run();
      owed = true;
      return Beat.RESTARTED;
    }
    return beat;
  }
}
