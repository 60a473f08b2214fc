package io.olivo.learning.reward;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.olivo.learning.Chance;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;
import org.junit.jupiter.api.Test;

class RunningNormTest {
  private final RunningNorm norm = new RunningNorm(2);
  private final double[] scaled = new double[2];

  @Test
  void zScoreIsThatOfAllRowsSoFar() {
    double[][] rows = {{1, 100}, {2, 300}, {4, 200}, {9, 600}};
    for (double[] row : rows) {
      norm.observe(row);
    }
    norm.scale(new double[] {5, 300}, scaled);
    assertArrayEquals(new double[] {1 / Math.sqrt(38. / 3), 0}, scaled, 1e-8);
  }

  @Test
  void firstRowIsZeroAndALonelyValueIsClipped() {
    norm.observe(new double[] {7, 7});
    norm.scale(new double[] {7, 100}, scaled);
    assertArrayEquals(new double[] {0, 10}, scaled);
    norm.observe(new double[] {7, 7});
    norm.scale(new double[] {-1, 7}, scaled);
    assertArrayEquals(new double[] {-10, 0}, scaled, "an input that never moved");
  }

  @Test
  void savedNormGoesOnBitForBit() {
    Chance chance = new Chance(1);
    for (int n = 0; n < 50; n++) {
      norm.observe(new double[] {chance.normal(), chance.uniform()});
    }
    StateWriter out = new StateWriter("norm");
    norm.save(out, "n");
    RunningNorm other = new RunningNorm(2);
    other.load(new StateReader(out.bytes()), "n");
    double[] row = {.3, .4};
    double[] others = new double[2];
    norm.observe(row);
    other.observe(row);
    norm.scale(row, scaled);
    other.scale(row, others);
    assertArrayEquals(scaled, others);
  }

  @Test
  void rewardsAreScaledByTheirDiscountedSums() {
    RewardScale scale = new RewardScale(.5);
    scale.scaled(1, false); // u = 1
    scale.scaled(2, false); // u = 2.5
    scale.scaled(4, true); // u = 4: the last of its episode
    double scaled = scale.scaled(3, false); // u = 5
    double mean = 12.5 / 4;
    double variance =
        (square(1 - mean) + square(2.5 - mean) + square(4 - mean) + square(5 - mean)) / 3;
    assertEquals(3 / Math.sqrt(variance), scaled, 1e-7);
  }

  @Test
  void unitOfTheRewardDoesNotMatter() {
    RewardScale small = new RewardScale(.9);
    RewardScale large = new RewardScale(.9);
    Chance chance = new Chance(2);
    for (int n = 0; n < 1000; n++) {
      double reward = chance.uniform();
      double one = small.scaled(reward, n % 100 == 99);
      double other = large.scaled(1000 * reward, n % 100 == 99);
      if (n > 1) {
        assertEquals(one, other, 1e-6 * (1 + one));
      }
    }
  }

  private static double square(double x) {
    return x * x;
  }
}
