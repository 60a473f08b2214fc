package io.olivo.learning.credit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.olivo.learning.Chance;
import io.olivo.learning.net.DoubleRows;
import io.olivo.learning.net.Kernels;
import io.olivo.learning.net.Mat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RidgeInverseTest {
  private final Kernels kernels = new DoubleRows();

  /** P (W'W + r I) = W, whichever side is longer. */
  @ParameterizedTest
  @CsvSource({"9, 5, .3", "5, 9, .3", "7, 7, 1e-3", "1, 4, 2"})
  void solvesItsEquations(int rows, int cols, double ridge) {
    Mat w = random(rows, cols);
    Mat square = kernels.mat(cols, cols);
    kernels.addOuter(square, 1, w, w);
    Mat back = kernels.mat(rows, cols);
    Mat p = inverse(w, ridge);
    kernels.times(back, p, square);
    kernels.add(back, ridge, p);
    checkEqual(w, back);
  }

  /** A drive that is asked for is reached: d P' W = d. */
  @Test
  void withoutRidgeItInvertsOnTheRight() {
    Mat w = random(9, 5);
    Mat d = random(3, 5);
    Mat y = kernels.mat(3, 9);
    kernels.timesTransposed(y, d, inverse(w, 0));
    Mat reached = kernels.mat(3, 5);
    kernels.times(reached, y, w);
    checkEqual(d, reached);
  }

  @Test
  void weightsThatHaveDiedHaveAnInverseOfZero() {
    Mat p = inverse(kernels.mat(4, 3), 1e-3);
    assertEquals(0, kernels.dot(p, p));
  }

  @Test
  void ridgesBelowZeroAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> new RidgeInverse(kernels, 2, 2, -1));
    assertThrows(IllegalArgumentException.class, () -> new RidgeInverse(kernels, 2, 2, Double.NaN));
  }

  private Mat random(int rows, int cols) {
    Mat w = kernels.mat(rows, cols);
    kernels.fillNormal(w, new Chance(rows), 1);
    return w;
  }

  private Mat inverse(Mat w, double ridge) {
    Mat p = kernels.mat(w.rows(), w.cols());
    new RidgeInverse(kernels, w.rows(), w.cols(), ridge).invert(w, p);
    return p;
  }

  private void checkEqual(Mat expected, Mat actual) {
    kernels.add(actual, -1, expected);
    assertEquals(0, Math.sqrt(kernels.dot(actual, actual)), 1e-11);
  }
}
