package io.olivo.sim.io;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.olivo.controller.loop.FastPacer;
import io.olivo.controller.loop.Pacer;
import io.olivo.controller.loop.Pacer.Beat;
import org.junit.jupiter.api.Test;

class EndingPacerTest {
  private boolean over;
  private int putBack;

  @Test
  void whatIsOverIsPutBackOnceAndGoesOn() throws InterruptedException {
    Pacer pacer = new EndingPacer(new FastPacer(.05, 3), () -> over, () -> putBack++);
    assertEquals(Beat.TICK, pacer.await());
    over = true;
    assertEquals(Beat.RESTARTED, pacer.await());
    assertEquals(1, putBack);
    over = false; // the loop has begun anew
    assertEquals(Beat.TICK, pacer.await());
    assertEquals(Beat.TICK, pacer.await());
    assertEquals(Beat.END, pacer.await());
    assertEquals(1, putBack);
  }

  @Test
  void aRunThatEndsWithAFallLeavesPuttingBackToTheOneThatGoesOn() throws InterruptedException {
    Pacer pacer = new EndingPacer(new FastPacer(.05, 1), () -> over, () -> putBack++);
    assertEquals(Beat.TICK, pacer.await());
    over = true;
    assertEquals(Beat.END, pacer.await());
    assertEquals(0, putBack);
  }
}
