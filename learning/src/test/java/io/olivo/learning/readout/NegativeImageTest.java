package io.olivo.learning.readout;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.olivo.learning.Allocation;
import io.olivo.learning.Chance;
import io.olivo.learning.Rows;
import io.olivo.learning.expansion.FourierFeatures;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;
import org.junit.jupiter.api.Test;

/** A fish that discharges at irregular times, as strongly as it likes, and feels it each time. */
class NegativeImageTest {
  private static final int UNITS = 200;
  private static final double RATE = .007;
  private static final double BASELINE = 1;
  private static final int LEARNED = 100_000; // ticks

  /** Commands, what they do to two senses, and something else that nobody commands. */
  private static final class Fish {
    final double[] corollary = new double[2]; // time since the command, its strength
    final double[] own = new double[2]; // what the commands do to the senses
    double prey; // unpredictable, correlated over 10 ticks

    private final Chance chance;
    private int since; // the last command [ticks]
    private int until; // the next one [ticks]
    private double strength = 1;

    Fish(long seed) {
      chance = new Chance(seed);
    }

    void next() {
      since++;
      if (since >= until) {
        since = 0;
        until = 30 + chance.index(40);
        strength = chance.uniform(.5, 1);
      }
      corollary[0] = since / 35.0 - 1;
      corollary[1] = strength - .75;
      double tau = since / 12.0;
      own[0] = strength * tau * StrictMath.exp(1 - tau);
      own[1] = -strength * strength * tau * tau * StrictMath.exp(.6 - tau);
      prey += -prey / 10 + .13 * chance.normal();
    }
  }

  private static NegativeImage cell(long seed) {
    FourierFeatures granules = new FourierFeatures(UNITS, 2, .1, new Chance(seed));
    return new NegativeImage(granules, 2, RATE, BASELINE);
  }

  private static double[] cancel(NegativeImage cell, Fish fish, double... sensed) {
    double[] passed = new double[2];
    cell.cancel(fish.corollary, sensed, passed);
    return passed;
  }

  private static NegativeImage learned(Fish fish) {
    NegativeImage cell = cell(1);
    live(cell, fish, LEARNED);
    return cell;
  }

  /** Root mean square of what passes over that of what the commands do, with nothing else there. */
  private static double[] live(NegativeImage cell, Fish fish, int ticks) {
    double[] passedSquare = new double[2];
    double[] ownSquare = new double[2];
    for (int n = 0; n < ticks; n++) {
      fish.next();
      double[] passed = cancel(cell, fish, fish.own);
      for (int j = 0; j < 2; j++) {
        passedSquare[j] += passed[j] * passed[j];
        ownSquare[j] += fish.own[j] * fish.own[j];
      }
    }
    return new double[] {
      Math.sqrt(passedSquare[0] / ownSquare[0]), Math.sqrt(passedSquare[1] / ownSquare[1])
    };
  }

  private static String digest(NegativeImage cell) {
    return saved(cell).digest();
  }

  private static StateWriter saved(NegativeImage cell) {
    StateWriter out = new StateWriter("image");
    cell.save(out);
    return out;
  }

  @Test
  void whatTheCommandsDoIsCancelledToLessThanFivePerCent() {
    Fish fish = new Fish(2);
    NegativeImage cell = learned(fish);
    double[] left = live(cell, fish, 5000);
    assertTrue(left[0] < .05 && left[1] < .05, "left: %.3f, %.3f".formatted(left[0], left[1]));
  }

  /**
   * Part of the prey that passes, and the rest over the prey: two cells side by side, prey before
   * one of them only, and the difference of what they pass.
   */
  private static double[] preyPassed(NegativeImage with, NegativeImage without, Fish fish) {
    double cross = 0;
    double square = 0;
    double difference = 0;
    for (int n = 0; n < 20_000; n++) {
      fish.next();
      double passed = cancel(with, fish, fish.own[0] + fish.prey, fish.own[1])[0];
      passed -= cancel(without, fish, fish.own)[0];
      cross += passed * fish.prey;
      square += fish.prey * fish.prey;
      difference += passed * passed;
    }
    double part = cross / square;
    return new double[] {part, Math.sqrt(difference / square - part * part)};
  }

  @Test
  void whatNobodyCommandsPassesWhileAllIsNewAndEverAfter() {
    Fish fish = new Fish(3);
    double[] early = preyPassed(cell(1), cell(1), fish);
    assertEquals(1, early[0], .05, "part of the prey that passes while the image is learned");
    assertTrue(early[1] < .2, "what is added to it: " + early[1]);
    NegativeImage with = learned(fish);
    NegativeImage without = cell(1);
    without.load(new StateReader(saved(with).bytes()));
    double[] late = preyPassed(with, without, fish);
    assertEquals(1, late[0], .05, "part of the prey that passes while it goes on learning");
    assertTrue(late[1] < .2, "what is added to it: " + late[1]);
  }

  @Test
  void theNegativeImageShowsWhenTheSenseFallsSilent() {
    Fish fish = new Fish(4);
    NegativeImage cell = learned(fish);
    cell.freeze(true);
    double cross = 0;
    double square = 0;
    for (int n = 0; n < 5000; n++) {
      fish.next();
      double[] passed = cancel(cell, fish, 0, 0);
      assertEquals(cell.image(0), passed[0], "the axon alone");
      cross += passed[0] * fish.own[0];
      square += fish.own[0] * fish.own[0];
    }
    assertEquals(-1, cross / square, .05, "of what is missing");
  }

  /**
   * The rule, written out for one tick: a broad spike more depresses, a broad spike less restores.
   */
  @Test
  void weightsMoveAgainstTheBroadSpikesAndOnlyAsFarAsTheseCanGo() {
    for (double sense : new double[] {.3, -.3, 50, -50}) {
      Fish fish = new Fish(5);
      fish.next();
      NegativeImage cell = cell(1);
      cancel(cell, fish, sense, 0);
      double broad = Math.clamp(BASELINE + sense, 0, 2 * BASELINE);
      assertEquals(broad, cell.broad(0));
      assertEquals(BASELINE, cell.broad(1), "at rest");
      double[] g = new double[UNITS];
      new FourierFeatures(UNITS, 2, .1, new Chance(1)).fill(fish.corollary, g);
      double[] expected = new double[UNITS];
      Rows.add(expected, RATE * (BASELINE - broad), g);
      double[] w = new double[UNITS];
      StateReader in = new StateReader(saved(cell).bytes());
      in.get("weights.0", w);
      assertArrayEquals(expected, w, 1e-15);
      in.get("weights.1", w);
      assertArrayEquals(new double[UNITS], w, "at rest nothing is learned");
    }
  }

  @Test
  void sameSeedSameBitsAndSavedInMidStreamItGoesOnWhateverSeedTheOtherHad() {
    Fish fish = new Fish(6);
    Fish twin = new Fish(6);
    NegativeImage one = cell(1);
    NegativeImage same = cell(1);
    live(one, fish, 500);
    live(same, twin, 500);
    assertEquals(digest(one), digest(same));
    NegativeImage other = cell(2);
    other.load(new StateReader(saved(one).bytes()));
    assertArrayEquals(live(one, fish, 500), live(other, twin, 500));
    assertEquals(digest(one), digest(other));
  }

  @Test
  void frozenItCancelsAndLearnsNothing() {
    Fish fish = new Fish(7);
    NegativeImage cell = cell(1);
    live(cell, fish, 500);
    String before = digest(cell);
    cell.freeze(true);
    live(cell, fish, 500);
    assertEquals(before, digest(cell));
    assertNotEquals(0, cell.image(0));
    cell.freeze(false);
    live(cell, fish, 1);
    assertNotEquals(before, digest(cell));
  }

  @Test
  void whatIsNotFiniteTeachesNothingAndHidesNoOtherSense() {
    Fish fish = new Fish(8);
    NegativeImage cell = cell(1);
    live(cell, fish, 500);
    String before = digest(cell);
    for (double wild : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
      double[] passed = cancel(cell, fish, wild, .5);
      assertEquals(wild, passed[0]);
      assertEquals(.5 + cell.image(1), passed[1]);
      fish.corollary[0] = wild;
      assertArrayEquals(new double[] {.5, .25}, cancel(cell, fish, .5, .25), "no image");
      fish.next();
    }
    assertEquals(before, digest(cell));
  }

  @Test
  void aTickAllocatesNothing() {
    Fish fish = new Fish(9);
    NegativeImage cell = cell(1);
    double[] passed = new double[2];
    long bytes =
        Allocation.leastBytes(
            3000,
            () -> {
              fish.next();
              cell.cancel(fish.corollary, fish.own, passed);
            });
    assertEquals(0, bytes);
  }

  @Test
  void aCellThatCannotLearnIsRefused() {
    FourierFeatures g = new FourierFeatures(UNITS, 2, .1, new Chance(1));
    assertThrows(IllegalArgumentException.class, () -> new NegativeImage(g, 1, 0, 1));
    assertThrows(IllegalArgumentException.class, () -> new NegativeImage(g, 1, .1, 0));
    assertThrows(IllegalArgumentException.class, () -> new NegativeImage(g, 1, .1, Double.NaN));
  }
}
