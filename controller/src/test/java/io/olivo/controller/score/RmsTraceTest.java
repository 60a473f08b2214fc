package io.olivo.controller.score;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class RmsTraceTest {
  private static final double DT = .01;
  private static final double ROOM = 1; // s
  private static final long TICK = 10_000_000; // ns

  private final RmsTrace trace = new RmsTrace(DT, ROOM);

  private void fill(long from, long to, double square) {
    for (long tick = from; tick < to; tick++) {
      trace.put(tick * TICK, square);
    }
  }

  @Test
  void tellsTheRootMeanOfTheSquaresBetweenTwoTimes() {
    fill(0, 50, 4);
    fill(50, 100, 16);

    assertEquals(2, trace.rms(0, .5), 1e-12);
    assertEquals(Math.sqrt(10), trace.rms(0, 1), 1e-12);
    assertEquals(4, trace.rms(.5, 1), 1e-12);
  }

  @Test
  void aTickThatIsLeftOutDoesNotCountWithTheSquareOfARoundBefore() {
    fill(0, 101, 100); // fills all of its room
    for (long tick = 102; tick < 202; tick += 2) {
      trace.put(tick * TICK, 1);
    }

    assertEquals(1, trace.recent(), 1e-12);
    assertEquals(50, trace.missing(1.01, 2.01));
  }

  @Test
  void afterAGapLongerThanItsRoomNothingOfBeforeIsLeft() {
    fill(0, 101, 100);
    trace.put(1000 * TICK, 1);

    assertEquals(1, trace.rms(0, 20), 1e-12);
    assertTrue(Double.isNaN(trace.rms(9, 9.9)));
  }
}
