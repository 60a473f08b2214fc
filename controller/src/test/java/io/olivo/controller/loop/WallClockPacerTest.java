package io.olivo.controller.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.olivo.controller.loop.Pacer.Beat;
import org.junit.jupiter.api.Test;

class WallClockPacerTest {
  private static final long MS = 1_000_000; // ns
  private static final double DT = .002; // s

  private long clock = 123_456_789; // a clock starts anywhere
  private long oversleep;

  private WallClockPacer pacer(double seconds) {
    return new WallClockPacer(
        DT,
        seconds,
        () -> clock,
        wake -> {
          clock = Math.max(clock, wake) + oversleep;
        });
  }

  @Test
  void ticksComeAtTheirPeriodAndTheFirstAtOnce() throws Exception {
    WallClockPacer pacer = pacer(1);
    for (int t = 0; t < 500; t++) {
      assertEquals(Beat.TICK, pacer.await());
      assertEquals(t * 2 * MS, pacer.nowNanos());
      assertEquals(DT, pacer.dtSeconds(), 1e-12);
      clock += MS; // work
    }
    assertEquals(Beat.END, pacer.await(), "1 s is over");
    assertEquals(0, pacer.skipped());
    assertEquals(0, pacer.lateness().getMaxValue());
  }

  @Test
  void lateTicksAreSkippedAndCountedAndNeverCaughtUp() throws Exception {
    WallClockPacer pacer = pacer(10);
    pacer.await();
    clock += 11 * MS; // the ticks at 2, 4, 6, 8 ms are gone, that at 10 is running
    pacer.await();
    assertEquals(4, pacer.skipped());
    assertEquals(11 * MS, pacer.nowNanos());
    assertEquals(.011, pacer.dtSeconds(), 1e-12, "the real time since the tick before");
    pacer.await();
    assertEquals(12 * MS, pacer.nowNanos(), "back on the grid, one tick at a time");
    assertEquals(.001, pacer.dtSeconds(), 1e-12);
    pacer.await();
    assertEquals(14 * MS, pacer.nowNanos());
    assertEquals(4, pacer.skipped());
  }

  @Test
  void theShareOfLateTicksCountsThoseBeyondHalfAPeriodAndThoseLeftOut() throws Exception {
    WallClockPacer pacer = pacer(10);
    for (int t = 0; t < 6; t++) {
      pacer.await();
    }
    oversleep = MS / 2; // a quarter of a period: not late
    pacer.await();
    oversleep = 3 * MS / 2; // late
    pacer.await();
    oversleep = 0;
    clock += 4 * MS; // one is left out, and the next is late by 1.5 ms
    pacer.await();
    assertEquals(1, pacer.skipped());
    assertEquals(3 / 10.0, pacer.lateShare(), 1e-12);
  }

  @Test
  void oversleepingIsMeasuredAndDoesNotAddUp() throws Exception {
    WallClockPacer pacer = pacer(10);
    oversleep = MS / 10;
    for (int t = 0; t < 100; t++) {
      pacer.await();
      assertEquals(t * 2 * MS + oversleep, pacer.nowNanos());
    }
    assertEquals(100, pacer.lateness().getTotalCount());
    assertEquals(oversleep, pacer.lateness().getMaxValue(), oversleep / 1000.0, "3 digits");
    assertEquals(0, pacer.skipped());
  }

  @Test
  void interruptEndsTheWait() {
    WallClockPacer pacer = pacer(10);
    Thread.currentThread().interrupt();
    assertThrows(InterruptedException.class, pacer::await);
    assertTrue(!Thread.currentThread().isInterrupted());
  }

  @Test
  void runWithoutAnEndNeverEnds() throws Exception {
    WallClockPacer pacer = pacer(Double.POSITIVE_INFINITY);
    for (int year = 0; year < 10; year++) {
      assertEquals(Beat.TICK, pacer.await());
      clock += 365L * 24 * 3600 * 1000 * MS;
    }
  }

  @Test
  void realClockWaitsAtLeastTheTimeOfItsTicks() throws Exception {
    WallClockPacer pacer = new WallClockPacer(DT, 10);
    long began = System.nanoTime();
    for (int t = 0; t < 6; t++) {
      pacer.await();
    }
    assertTrue(System.nanoTime() - began >= 10 * MS, "five periods of 2 ms");
  }

  @Test
  void fastPacerTellsRobotTimeAndEndsAfterItsTicks() {
    FastPacer pacer = new FastPacer(DT, 3);
    for (int t = 0; t < 3; t++) {
      assertEquals(Beat.TICK, pacer.await());
      assertEquals(t * 2 * MS, pacer.nowNanos());
      assertEquals(DT, pacer.dtSeconds());
    }
    assertEquals(Beat.END, pacer.await());
  }
}
