package io.olivo.learning.cerebellum;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.olivo.learning.Chance;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class BlockedLeastSquaresTest {
  private static final int K = 9;
  private static final double[] PRIOR = {30, 30, 30, .9, .9, .9, .9, .9, .9};

  private final Chance chance = new Chance(1);

  private double[] sample() {
    double[] z = new double[K];
    Arrays.setAll(z, i -> chance.normal());
    return z;
  }

  @Test
  void withOneBlockItIsOneCovarianceToTheLastBit() {
    BlockedLeastSquares blocked = new BlockedLeastSquares(PRIOR, K, .999);
    RecursiveLeastSquares whole = new RecursiveLeastSquares(PRIOR, .999);
    for (int n = 0; n < 1000; n++) {
      double[] z = sample();
      double noise = 1 + chance.uniform();
      blocked.look(z);
      whole.look(z);
      assertEquals(whole.gain(noise, .02), blocked.gain(noise, .02));
      assertArrayEquals(whole.direction(), blocked.direction());
      blocked.absorb(noise);
      whole.absorb(noise);
    }
  }

  @Test
  void blocksAreAsEqualAsTheyCanBeAndNoLargerThanAllowed() {
    assertEquals(1, new BlockedLeastSquares(PRIOR, 9, 1).blocks());
    assertEquals(2, new BlockedLeastSquares(PRIOR, 8, 1).blocks());
    assertEquals(3, new BlockedLeastSquares(PRIOR, 4, 1).blocks());
  }

  @Test
  void allBlocksTogetherMoveThePredictionAsFarAsOneGainAllows() {
    BlockedLeastSquares squares = new BlockedLeastSquares(PRIOR, 3, 1);
    for (int n = 0; n < 100; n++) {
      double[] z = sample();
      squares.look(z);
      double moved = squares.gain(1, 0) * Rows.dot(z, squares.direction());
      assertEquals(squares.variance() / (1 + squares.variance()), moved, 1e-12);
      squares.absorb(1);
    }
  }

  @Test
  void aTargetThatNeedsAllBlocksIsLearned() {
    BlockedLeastSquares squares = new BlockedLeastSquares(PRIOR, 3, 1);
    double[] truth = {1, -2, 3, -1, 2, -3, 1, 2, 3};
    double[] w = new double[K];
    for (int n = 0; n < 3000; n++) {
      double[] z = sample();
      squares.look(z);
      double error = Rows.dot(truth, z) - Rows.dot(w, z);
      Rows.add(w, squares.gain(1, 0) * error, squares.direction());
      squares.absorb(1);
    }
    assertArrayEquals(truth, w, .01);
  }

  @Test
  void afterAResetItBeginsWithThePrior() {
    BlockedLeastSquares used = new BlockedLeastSquares(PRIOR, 4, .999);
    for (int n = 0; n < 50; n++) {
      used.look(sample());
      used.absorb(1);
    }
    used.reset();
    BlockedLeastSquares fresh = new BlockedLeastSquares(PRIOR, 4, .999);
    for (int n = 0; n < 50; n++) {
      double[] z = sample();
      used.look(z);
      fresh.look(z);
      assertArrayEquals(fresh.direction(), used.direction());
      used.absorb(1);
      fresh.absorb(1);
    }
    assertTrue(used.variance() > 0);
  }
}
