package io.olivo.deploy.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class LatenessTest {
  private static final long MS = 1_000_000; // ns, and the period
  private static final double DIGITS = 1e-3; // of the histogram

  private static Lateness of(long onTime, long... lateNanos) {
    Histogram wakes = new Histogram(1, 10_000_000_000L, 3);
    wakes.recordValueWithCount(10_000, onTime);
    for (long late : lateNanos) {
      wakes.recordValue(late);
    }
    return Lateness.of(wakes, MS);
  }

  @Test
  void loopThatIsInTimeMissesNothing() {
    Lateness found = of(1000);
    assertEquals(1000, found.due());
    assertEquals(0, found.missed());
    assertEquals(10, found.p50Micros(), 10 * DIGITS);
    assertEquals(10, found.maxMicros(), 10 * DIGITS);
  }

  @Test
  void wakeThatIsLateByManyPeriodsIsNotHiddenByLeavingTicksOut() {
    Lateness found = of(94, 5_300_000); // 6 ticks of 100 were due in it, one of them was counted
    assertEquals(94 + 5, found.due());
    assertEquals(5, found.missed());
    assertTrue(found.p99Micros() > 4000, "not one in 95 but five in 99 were late: " + found);
    assertEquals(5300, found.maxMicros(), 5300 * DIGITS);
  }

  @Test
  void wakeThatIsLateByLessThanAPeriodMissesNone() {
    Lateness found = of(99, 999_000);
    assertEquals(100, found.due());
    assertEquals(0, found.missed());
  }

  @Test
  void itIsToldInMicroseconds() {
    assertEquals(
        "p50 8, p99 40, p99.9 166, max 6025 us late, 7 of 60000 periods missed",
        new Lateness(60_000, 7, 8.4, 40.1, 165.6, 6025).toString());
  }
}
