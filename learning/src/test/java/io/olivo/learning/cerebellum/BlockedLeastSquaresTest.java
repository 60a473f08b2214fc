package io.olivo.learning.cerebellum;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.olivo.learning.Chance;
import io.olivo.learning.Rows;
import io.olivo.learning.readout.RecursiveLeastSquares;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
    BlockedLeastSquares blocked = new BlockedLeastSquares(PRIOR, 1, .999);
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

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void whatWasSavedGoesOnBitForBit(int blocks) {
    BlockedLeastSquares one = new BlockedLeastSquares(PRIOR, blocks, .999);
    for (int n = 0; n < 50; n++) {
      one.look(sample());
      one.absorb(1);
    }
    StateWriter out = new StateWriter("p");
    one.save(out);
    BlockedLeastSquares two = new BlockedLeastSquares(PRIOR, blocks, .999);
    two.load(new StateReader(out.bytes()));
    for (int n = 0; n < 50; n++) {
      double[] z = sample();
      one.look(z);
      two.look(z);
      assertArrayEquals(one.direction(), two.direction());
      one.absorb(1);
      two.absorb(1);
    }
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
    BlockedLeastSquares used = new BlockedLeastSquares(PRIOR, 2, .999);
    for (int n = 0; n < 50; n++) {
      used.look(sample());
      used.absorb(1);
    }
    used.reset();
    BlockedLeastSquares fresh = new BlockedLeastSquares(PRIOR, 2, .999);
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
