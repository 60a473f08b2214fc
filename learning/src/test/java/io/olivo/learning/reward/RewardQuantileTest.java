package io.olivo.learning.reward;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.olivo.learning.Chance;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;
import org.junit.jupiter.api.Test;

class RewardQuantileTest {
  /** Share of normal rewards that are taken for the best, and their least. */
  private static double[] best(RewardQuantile quantile, double unit, double told) {
    Chance chance = new Chance(7);
    double least = Double.MAX_VALUE;
    double count = 0;
    for (int n = 0; n < 60_000; n++) {
      double reward = unit * (chance.normal() - 3);
      if (quantile.isBest(reward, told) && n >= 10_000) {
        count++;
        least = Math.min(least, reward / unit + 3);
      }
    }
    return new double[] {count / 50_000, least};
  }

  @Test
  void measuredItIsTheBestTwentiethInWhateverUnit() {
    for (double unit : new double[] {.001, 1, 1000}) {
      double[] found = best(new RewardQuantile(true), unit, 1);
      assertEquals(.05, found[0], .005);
      assertTrue(found[1] > 1, "least of them " + found[1]); // 1.64 is the exact quantile
    }
  }

  @Test
  void toldTheSizeOfSumsItIsTheBestTenthOnTheMeanButJumpsAbout() {
    double[] found = best(new RewardQuantile(false), 1, 20);
    assertTrue(found[0] > .05 && found[0] < .2, "share " + found[0]);
    assertTrue(found[1] < .5, "least of them " + found[1]); // 1.28 is the exact quantile
  }

  @Test
  void savedItGoesOnAlike() {
    RewardQuantile one = new RewardQuantile(true);
    Chance chance = new Chance(8);
    for (int n = 0; n < 500; n++) {
      one.isBest(chance.normal(), 1);
    }
    StateWriter out = new StateWriter("quantile");
    one.save(out);
    RewardQuantile other = new RewardQuantile(true);
    other.load(new StateReader(out.bytes()));
    int best = 0;
    for (int n = 0; n < 500; n++) {
      double reward = chance.normal();
      boolean found = one.isBest(reward, 1);
      best += found ? 1 : 0;
      assertEquals(found, other.isBest(reward, 1));
    }
    assertTrue(best > 5 && best < 100, "best " + best);
    assertEquals(1000, other.steps());
  }
}
