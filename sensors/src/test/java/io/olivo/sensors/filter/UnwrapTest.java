package io.olivo.sensors.filter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnwrapTest {
  private static final double DT = .01;
  private static final double FASTEST = 60; // rad/s: 0.6 rad per tick
  private static final double TURN = 2 * Math.PI;

  private final Unwrap filter = new Unwrap(FASTEST, DT);

  private static double wrapped(double angle) {
    return angle - TURN * Math.floor(angle / TURN + .5);
  }

  private double next(double angle, int ticks) {
    return filter.next(wrapped(angle), ticks);
  }

  @Test
  void itGoesOnOverThousandsOfTurnsBothWaysWithoutDrift() {
    SplittableRandom chance = new SplittableRandom(1);
    double angle = 1;
    for (int t = 0; t < 1_000_000; t++) {
      angle += chance.nextDouble(-.5, t < 500_000 ? .59 : .41);
      assertEquals(angle, next(angle, 1), 1e-8);
    }
    assertEquals(0, filter.doubts());
  }

  @Test
  void itStartsAtTheFirstSample() {
    assertEquals(3, filter.next(3, 1));
    assertEquals(3.2, next(3.2, 1), 1e-12);
  }

  @Test
  void ticksWithoutASampleAreNoDoubtWhileTheShaftCannotHaveGoneHalfATurn() {
    next(0, 1);
    assertEquals(2.9, next(2.9, 5), 1e-12); // 3 rad at most
    assertEquals(5.8, next(5.8, 5), 1e-12);
    assertEquals(0, filter.doubts());
  }

  @Test
  void afterTooManyTicksWithoutASampleTheTurnIsAGuessAndItSaysSo() {
    next(0, 1);
    assertTrue(Double.isNaN(next(.1, 6)), "3.6 rad may have gone by");
    assertEquals(1, filter.doubts());
    assertEquals(.2, next(.2, 1), 1e-12, "it goes on from there");
  }

  @Test
  void aStepLargerThanTheShaftCanGoIsToldToo() {
    next(0, 1);
    assertTrue(Double.isNaN(next(.61, 1)));
    assertTrue(Double.isNaN(next(Math.PI + .5, 1)), "and so is one of more than half a turn");
    assertEquals(2, filter.doubts());
  }

  @Test
  void resetForgetsTheTurnsAndRecallRemembersThem() {
    for (int i = 0; i <= 20; i++) {
      next(i * .5, 1);
    }
    Unwrap other = new Unwrap(FASTEST, DT);
    other.recall(filter.memory());
    assertEquals(10.4, other.next(wrapped(10.4), 1), 1e-12);
    filter.reset();
    assertEquals(wrapped(10.4), next(10.4, 1));
  }

  @ParameterizedTest
  @CsvSource({"0, .01", "-1, .01", "NaN, .01", "315, .01", "1, 0", "1, -1", "1, NaN"})
  void aShaftThatIsTooFastForItsTicksIsRefused(double fastest, double dt) {
    assertThrows(IllegalArgumentException.class, () -> new Unwrap(fastest, dt));
  }
}
