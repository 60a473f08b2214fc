package io.olivo.deploy.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class SparklineTest {
  @Test
  void aTenfoldFallIsTheSameStepAnywhere() {
    double[] falling = {1000, 100, 10, 1};
    assertEquals("█▆▃▁", Sparkline.of(falling, 10, true));
    assertEquals("#*-_", Sparkline.of(falling, 10, false));
  }

  @Test
  void moreValuesThanCharactersAreAveraged() {
    assertEquals("▁█", Sparkline.of(new double[] {1, 3, 20, 40}, 2, true));
  }

  @Test
  void aGapStaysAGapAndAFlatLineLiesLow() {
    assertEquals("▁ ▁", Sparkline.of(new double[] {5, Double.NaN, 5}, 3, true));
  }

  @Test
  void zeroMakesTheScaleLinear() {
    assertEquals("▁▅█", Sparkline.of(new double[] {0, 1, 2}, 3, true));
  }

  @Test
  void nothingIsNothing() {
    assertEquals("", Sparkline.of(new double[0], 10, true));
    assertEquals("", Sparkline.of(new double[] {1}, 0, true));
  }
}
