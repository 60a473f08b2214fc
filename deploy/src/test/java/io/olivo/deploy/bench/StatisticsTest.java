package io.olivo.deploy.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class StatisticsTest {
  @Test
  void standardDeviationIsThatOfASample() {
    Statistics figure = Statistics.of(2, 4, 4, 4, 5, 5, 7, 9);
    assertEquals(5, figure.mean(), 1e-12);
    assertEquals(4.5, figure.median(), 1e-12);
    assertEquals(Math.sqrt(32.0 / 7), figure.sd(), 1e-12, "32 is the sum of squares, n-1 is 7");
    assertEquals(9, figure.worst());
  }

  @Test
  void aSingleSeedHasNoSpread() {
    Statistics figure = Statistics.of(.3);
    assertEquals(.3, figure.median());
    assertTrue(Double.isNaN(figure.sd()));
  }

  @Test
  void equalSeedsHaveNoSpreadNotEvenOfRounding() {
    assertEquals(0, Statistics.of(.1, .1, .1).sd());
    assertEquals(.1, Statistics.of(.1, .1, .1).mean());
  }

  @Test
  void whatNeverHappenedIsWorseThanAnyNumber() {
    Statistics figure = Statistics.of(Double.NaN, 3, 1);
    assertEquals(3, figure.median(), "of 1, 3 and never");
    assertTrue(Double.isNaN(figure.worst()));
    assertTrue(Double.isNaN(figure.mean()), "a mean of what never happened would flatter");
    assertTrue(Double.isNaN(Statistics.of(Double.NaN, Double.NaN, 1).median()));
  }
}
