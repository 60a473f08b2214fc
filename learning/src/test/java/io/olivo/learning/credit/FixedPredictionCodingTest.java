package io.olivo.learning.credit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.olivo.learning.net.DoubleRows;
import io.olivo.learning.net.Kernels;
import io.olivo.learning.net.Loss;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FixedPredictionCodingTest {
  private static final int HIDDEN = 2; // layers of the tiny net

  @ParameterizedTest
  @ValueSource(ints = {HIDDEN, HIDDEN + 1, 10})
  void isBackpropToTheBitOnceTheErrorHasReachedTheBottom(int sweeps) {
    assertEquals(0, error(new DoubleRows(), 1, sweeps));
  }

  @Test
  void whatTheErrorHasNotReachedDoesNotLearn() {
    TinyTask task = TinyTask.of(new DoubleRows(), Loss.CROSS_ENTROPY);
    Gradients once = task.gradients(with(1, 1));
    assertEquals(0, once.relativeError(2, task.backprop()));
    for (double[] row : once.weights(1)) {
      for (double value : row) {
        assertEquals(0, value);
      }
    }
  }

  @Test
  void withSmallerStepsItIsBackpropInTheLimit() {
    assertTrue(error(new DoubleRows(), .2, 5) > .1);
    assertTrue(error(new DoubleRows(), .2, 300) < 1e-12);
  }

  @ParameterizedTest
  @EnumSource
  void aMistakeIsNoLongerBackprop(Mutation mutation) {
    Kernels faulty = mutation.in(new DoubleRows());
    assertThrows(AssertionError.class, () -> assertEquals(0, error(faulty, 1, HIDDEN)));
  }

  private static double error(Kernels kernels, double gamma, int sweeps) {
    Gradients backprop = TinyTask.of(new DoubleRows(), Loss.CROSS_ENTROPY).backprop();
    TinyTask task = TinyTask.of(kernels, Loss.CROSS_ENTROPY);
    return task.gradients(with(gamma, sweeps)).relativeError(backprop);
  }

  private static CreditRule.Maker with(double gamma, int sweeps) {
    return (net, samples, chance) -> new FixedPredictionCoding(net, samples, chance, gamma, sweeps);
  }
}
