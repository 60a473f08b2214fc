package io.olivo.learning.cerebellum;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.olivo.learning.Chance;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class RunningScaleTest {
  private final Chance chance = new Chance(3);

  @Test
  void meanAndDeviationAreThoseOfAllRowsUntilTheySettle() {
    RunningScale scale = new RunningScale(1, 1000);
    double[] values = new double[1000];
    Arrays.setAll(values, i -> chance.uniform(5, 9)); // within 4 deviations: nothing stretches
    for (double value : values) {
      scale.observe(new double[] {value});
    }
    double mean = Arrays.stream(values).average().orElseThrow();
    double square = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).average().orElseThrow();
    assertEquals(mean, scale.mean(0), 1e-12);
    assertEquals(Math.sqrt(square), scale.deviation(0), 1e-12);
  }

  @Test
  void whatHasSettledStandsStill() {
    RunningScale scale = new RunningScale(1, 100);
    for (int n = 0; n < 100; n++) {
      scale.observe(new double[] {chance.uniform(-1, 1)});
    }
    double mean = scale.mean(0);
    double deviation = scale.deviation(0);
    for (int n = 0; n < 1000; n++) {
      scale.observe(new double[] {chance.uniform(.5, 1.5)});
    }
    assertEquals(mean, scale.mean(0));
    assertEquals(deviation, scale.deviation(0));
  }

  @Test
  void anInputThatWakesUpStretchesItsScaleUntilItFits() {
    RunningScale scale = new RunningScale(1, 100);
    for (int n = 0; n < 100; n++) {
      scale.observe(new double[] {1e-3 * chance.normal()});
    }
    double[] x = new double[1];
    for (int n = 0; n < 1000; n++) {
      scale.observe(new double[] {chance.uniform(-1, 1)});
    }
    scale.scale(new double[] {.9}, x);
    assertTrue(x[0] < 4 && x[0] > 3, "not clipped, and all of the range used: " + x[0]);
  }

  @Test
  void oneWildValueChangesHardlyAnything() {
    RunningScale scale = new RunningScale(1, 100);
    for (int n = 0; n < 200; n++) {
      scale.observe(new double[] {chance.uniform(-1, 1)});
    }
    double before = scale.deviation(0);
    scale.observe(new double[] {1e9});
    assertEquals(1.05 * before, scale.deviation(0), 1e-12);
    double[] x = new double[1];
    scale.scale(new double[] {1e9}, x);
    assertEquals(4, x[0], "clipped");
  }

  @Test
  void aConstantInputStaysFinite() {
    RunningScale scale = new RunningScale(2, 100);
    double[] x = new double[2];
    for (int n = 0; n < 200; n++) {
      scale.observe(new double[] {0, 7});
      scale.scale(new double[] {0, 7}, x);
    }
    assertArrayEquals(new double[] {0, 0}, x, 1e-6);
  }
}
