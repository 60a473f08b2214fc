package io.olivo.learning.reward;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.olivo.learning.Chance;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;
import org.junit.jupiter.api.Test;

class InputRelevanceTest {
  private static final int STEPS = 10_000; // until it is decided

  private final Chance chance = new Chance(3);

  /** A target, and a prediction from the inputs by weights; noise is what it cannot know. */
  private void live(InputRelevance relevance, double[] weight, double noise, int steps) {
    double[] x = new double[weight.length];
    for (int t = 0; t < steps; t++) {
      for (int i = 0; i < x.length; i++) {
        x[i] = chance.normal();
      }
      double target = dot(weight, x) + noise * chance.normal();
      double plain = target - dot(weight, x);
      double other = target - dot(weight, relevance.mix(x));
      relevance.learn(x, plain * plain, other * other);
    }
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  @Test
  void inputIsNeededIfThePredictionIsHalfAsBadAgainWithoutIt() {
    InputRelevance relevance = new InputRelevance(4, new Chance(1));
    live(relevance, new double[] {1, .7, .3, 0}, 1, STEPS); // adds 2, 1, .2 and 0 to an error of 1
    assertTrue(relevance.isNeeded(0));
    assertTrue(relevance.isNeeded(1));
    assertFalse(relevance.isNeeded(2));
    assertFalse(relevance.isNeeded(3));
  }

  @Test
  void allAreNeededWhileNothingIsPredicted() {
    InputRelevance relevance = new InputRelevance(2, new Chance(1));
    live(relevance, new double[] {0, 0}, 1, STEPS);
    assertTrue(relevance.isNeeded(0) && relevance.isNeeded(1));
  }

  @Test
  void measuringEndsWithItsTenThousandthStep() {
    InputRelevance relevance = new InputRelevance(2, new Chance(1));
    live(relevance, new double[] {1, 0}, 1, STEPS - 1);
    assertTrue(relevance.isOpen());
    live(relevance, new double[] {1, 0}, 1, 1);
    assertFalse(relevance.isOpen());
  }

  @Test
  void onlyTheInputWhoseTurnItIsComesFromAnotherStep() {
    InputRelevance relevance = new InputRelevance(3, new Chance(1));
    live(relevance, new double[] {1, 1, 1}, 1, 3000);
    double[] x = {50, 60, 70};
    double[] mixed = relevance.mix(x);
    assertTrue(Math.abs(mixed[0]) < 10, "3000 is the first one's turn");
    assertEquals(60, mixed[1]);
    assertEquals(70, mixed[2]);
  }

  @Test
  void savedItGoesOnAlike() {
    Chance same = new Chance(5);
    InputRelevance one = new InputRelevance(3, same);
    live(one, new double[] {1, .7, 0}, 1, 4321);
    StateWriter out = new StateWriter("relevance");
    one.save(out);
    InputRelevance other = new InputRelevance(3, same);
    other.load(new StateReader(out.bytes()));
    StateWriter again = new StateWriter("relevance");
    other.save(again);
    assertEquals(out.digest(), again.digest());
    assertTrue(other.isNeeded(0) && !other.isNeeded(2));
  }

  @Test
  void wiresMoveToInputsThatAreNeeded() {
    InputRelevance relevance = new InputRelevance(6, new Chance(1));
    live(relevance, new double[] {1, 1, 1, 1, 0, 0}, 1, STEPS);
    int[] all = {0, 1, 2, 3, 4, 5};
    WinnerTakeAll granules = new WinnerTakeAll(40, 16, 3, all, 6, new Chance(2));
    assertTrue(looks(granules, 4) > 0 && looks(granules, 5) > 0);
    granules.rewire(relevance, chance);
    assertEquals(0, looks(granules, 4) + looks(granules, 5));
    int needed = looks(granules, 0) + looks(granules, 1) + looks(granules, 2) + looks(granules, 3);
    assertEquals(120, needed, "no wire is lost, and none doubled");
  }

  private static int looks(WinnerTakeAll granules, int input) {
    int count = 0;
    for (int g = 0; g < 40; g++) {
      count += granules.sees(g, input) ? 1 : 0;
    }
    return count;
  }

  @Test
  void wiresThatFindNothingNewAreLeftUnused() {
    InputRelevance relevance = new InputRelevance(3, new Chance(1));
    live(relevance, new double[] {1, 1, 0}, 1, STEPS);
    WinnerTakeAll granules = new WinnerTakeAll(1, 16, 3, new int[] {0, 1, 2}, 3, new Chance(2));
    granules.rewire(relevance, chance);
    int[] one = new int[1];
    int[] other = new int[1];
    for (int n = 0; n < 200; n++) {
      double[] x = {chance.normal(), chance.normal(), chance.normal()};
      granules.fill(x, one);
      x[2] = 5 * chance.normal();
      granules.fill(x, other);
      assertEquals(one[0], other[0], "it is blind for what is not needed");
    }
  }
}
