package io.olivo.sensors.filter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilterTest {
  private static final double DT = .002;
  private static final double TAU = .02;

  @Test
  void lowPassStartsAtItsFirstSampleAndThenFollowsAStepExponentially() {
    LowPass filter = new LowPass(TAU, DT);
    assertEquals(5, filter.next(5, 1));
    double left = 1;
    for (int t = 0; t < 50; t++) {
      left *= TAU / (TAU + DT); // backward Euler
      assertEquals(7 - 2 * left, filter.next(7, 1), 1e-12);
    }
  }

  @Test
  void lowPassOfACutoffLetsHalfThePowerThroughAtThatFrequency() {
    double hertz = 2;
    LowPass filter = new LowPass(LowPass.tauOf(hertz), .0001);
    double square = 0;
    int perPeriod = 5000;
    for (int t = 0; t < 10 * perPeriod; t++) {
      double y = filter.next(StrictMath.sin(2 * StrictMath.PI * t / perPeriod), 1);
      square += t >= 9 * perPeriod ? y * y : 0;
    }
    assertEquals(.25, square / perPeriod, .001, "half of the 1/2 of a sine");
  }

  @Test
  void derivativeOfARampIsItsSlopeAndOfTheFirstSampleZero() {
    Derivative filter = new Derivative(TAU, DT);
    assertEquals(0, filter.next(100, 1));
    double last = 0;
    for (int t = 1; t < 500; t++) {
      last = filter.next(100 + 3 * t * DT, 1);
    }
    assertEquals(3, last, 1e-9);
  }

  @Test
  void derivativeLagsAsLongAsItSays() {
    Derivative filter = new Derivative(TAU, DT);
    double last = 0;
    double acceleration = 4;
    int ticks = 1000;
    for (int t = 0; t <= ticks; t++) {
      last = filter.next(.5 * acceleration * t * DT * t * DT, 1);
    }
    double lag = ticks * DT - last / acceleration;
    assertEquals(Derivative.lagSeconds(TAU, DT), lag, 1e-9);
  }

  @Test
  void afterTicksWithoutASampleADerivativeGoesOnAsIfTheRampHadBeenSeen() {
    Derivative gaps = new Derivative(TAU, DT);
    Derivative all = new Derivative(TAU, DT);
    double last = 0;
    for (int t = 0; t <= 300; t++) {
      double expected = all.next(3 * t * DT, 1);
      if (t % 3 == 0) {
        last = gaps.next(3 * t * DT, t == 0 ? 1 : 3);
        assertEquals(expected, last, 1e-9);
      }
    }
    assertEquals(3, last, 1e-6);
  }

  @Test
  void afterTicksWithoutASampleALowPassGoesOnAsIfItHadBeenThereAllTheTime() {
    LowPass gaps = new LowPass(TAU, DT);
    LowPass all = new LowPass(TAU, DT);
    gaps.next(1, 1);
    all.next(1, 1);
    for (int t = 0; t < 4; t++) {
      all.next(5, 1);
    }
    assertEquals(all.next(5, 1), gaps.next(5, 5));
  }

  @Test
  void withoutATimeConstantFiltersAddNothing() {
    LowPass through = new LowPass(0, DT);
    through.next(1, 1);
    assertEquals(9, through.next(9, 1));
    Derivative quotient = new Derivative(0, DT);
    quotient.next(1, 1);
    assertEquals(500, quotient.next(2, 1), 1e-9);
  }

  @Test
  void resetForgetsAllThatWasBefore() {
    for (Filter filter : new Filter[] {new LowPass(TAU, DT), new Derivative(TAU, DT)}) {
      double first = filter.next(3, 1);
      filter.next(8, 1);
      filter.next(-20, 1);
      filter.reset();
      assertEquals(first, filter.next(3, 1));
    }
  }

  @ParameterizedTest
  @CsvSource({"-1, .002", "NaN, .002", "1, 0", "1, -1", "1, NaN"})
  void timesThatCannotBeAreRefused(double tau, double dt) {
    assertThrows(IllegalArgumentException.class, () -> new LowPass(tau, dt));
    assertThrows(IllegalArgumentException.class, () -> new Derivative(tau, dt));
  }
}
