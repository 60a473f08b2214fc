package io.olivo.learning.reward;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.olivo.learning.Chance;
import org.junit.jupiter.api.Test;

class HeldNoiseTest {
  private static final int STEPS = 200_000;

  private double variance;
  private double correlation; // with the step before

  private void watch(HeldNoise noise, int steps) {
    double[] s = new double[1];
    double square = 0;
    double product = 0;
    double before = 0;
    for (int t = 0; t < steps; t++) {
      noise.fill(s);
      square += s[0] * s[0];
      product += s[0] * before;
      before = s[0];
    }
    variance = square / steps;
    correlation = product / square;
  }

  @Test
  void heldNoiseKeepsDirectionForSomeTenSteps() {
    watch(new HeldNoise(1, .1, 0, new Chance(1)), STEPS);
    assertEquals(1, variance, .05, "variance does not depend on how long it is held");
    assertEquals(.9, correlation, .01);
  }

  @Test
  void allNewNoiseIsIndependent() {
    watch(new HeldNoise(1, 1, 0, new Chance(2)), STEPS);
    assertEquals(1, variance, .02);
    assertEquals(0, correlation, .01);
  }

  @Test
  void annealedNoiseBecomesIndependentAndIsHeldAgainAfterARestart() {
    HeldNoise noise = new HeldNoise(1, .1, 10_000, new Chance(3));
    watch(noise, 1000);
    assertTrue(correlation > .7, "held at first: " + correlation);
    watch(noise, 100_000);
    watch(noise, STEPS);
    assertEquals(1, variance, .02);
    assertEquals(0, correlation, .01);
    noise.restart();
    watch(noise, 1000);
    assertTrue(correlation > .7, "held again: " + correlation);
  }
}
