package io.olivo.learning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;
import org.junit.jupiter.api.Test;

class ChanceTest {
  private static final int DRAWS = 100_000;

  @Test
  void streamIsThePublishedOneOfSplitMix64() {
    // first five of seed 1234567, as published with the reference implementation
    Chance chance = new Chance(1234567);
    assertEquals("6457827717110365317", Long.toUnsignedString(chance.bits()));
    assertEquals("3203168211198807973", Long.toUnsignedString(chance.bits()));
    assertEquals("9817491932198370423", Long.toUnsignedString(chance.bits()));
    assertEquals("4593380528125082431", Long.toUnsignedString(chance.bits()));
    assertEquals("16408922859458223821", Long.toUnsignedString(chance.bits()));
  }

  @Test
  void sameSeedSameStreamAndOtherSeedOtherStream() {
    assertEquals(new Chance(7).bits(), new Chance(7).bits());
    assertNotEquals(new Chance(7).bits(), new Chance(8).bits());
  }

  @Test
  void uniformNumbersFillTheirIntervalEvenly() {
    Chance chance = new Chance(3);
    int[] tenth = new int[10];
    for (int i = 0; i < DRAWS; i++) {
      double u = chance.uniform(2, 4);
      assertTrue(u >= 2 && u < 4);
      tenth[(int) ((u - 2) * 5)]++;
    }
    for (int count : tenth) {
      assertEquals(DRAWS / 10, count, 500, "5 standard deviations of a binomial of 100000 and .1");
    }
  }

  @Test
  void everyIndexIsDrawnAndNoOther() {
    Chance chance = new Chance(4);
    int[] count = new int[3];
    for (int i = 0; i < 3000; i++) {
      count[chance.index(3)]++;
    }
    for (int one : count) {
      assertEquals(1000, one, 130, "5 standard deviations of a binomial of 3000 and 1/3");
    }
  }

  @Test
  void normalNumbersHaveMeanZeroDeviationOneAndNormalTails() {
    Chance chance = new Chance(5);
    double sum = 0;
    double square = 0;
    int outside = 0;
    for (int i = 0; i < DRAWS; i++) {
      double x = chance.normal();
      sum += x;
      square += x * x;
      outside += Math.abs(x) > 1.96 ? 1 : 0;
    }
    assertEquals(0, sum / DRAWS, .016, "5 standard errors");
    assertEquals(1, square / DRAWS, .023, "5 standard errors");
    assertEquals(.05, (double) outside / DRAWS, .0035, "5 % lie beyond 1.96, 5 standard errors");
  }

  @Test
  void savedStreamGoesOnWhereItStood() {
    Chance chance = new Chance(6);
    chance.normal();
    StateWriter saved = new StateWriter("chance");
    chance.save(saved, "c");
    Chance other = new Chance(99);
    other.load(new StateReader(saved.bytes()), "c");
    for (int i = 0; i < 10; i++) {
      assertEquals(chance.normal(), other.normal());
    }
  }
}
