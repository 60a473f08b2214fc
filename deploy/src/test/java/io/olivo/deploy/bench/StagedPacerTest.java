package io.olivo.deploy.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.olivo.controller.loop.FastPacer;
import io.olivo.controller.loop.Pacer.Beat;
import org.junit.jupiter.api.Test;

class StagedPacerTest {
  private static final double DT = .001; // s
  private static final long MS = 1_000_000; // ns

  @Test
  void robotTimeGoesOnFromOneStageToTheNext() throws InterruptedException {
    StagedPacer pacer = new StagedPacer(DT, 3, () -> new FastPacer(DT, 2));
    for (int tick = 1; tick <= 5; tick++) {
      assertEquals(Beat.TICK, pacer.await());
      assertEquals(tick * MS, pacer.nowNanos());
      assertEquals(DT, pacer.dtSeconds());
    }
    assertEquals(Beat.END, pacer.await());
  }

  @Test
  void withoutAFirstStageTheSecondBeginsAtOnce() throws InterruptedException {
    StagedPacer pacer = new StagedPacer(DT, 0, () -> new FastPacer(DT, 1));
    assertEquals(Beat.TICK, pacer.await());
    assertEquals(Beat.END, pacer.await());
  }
}
