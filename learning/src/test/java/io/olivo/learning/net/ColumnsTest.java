package io.olivo.learning.net;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.olivo.learning.Chance;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Operations on columns, and choices among them, in both precisions. */
class ColumnsTest {
  static List<Kernels> kernels() {
    return List.of(new DoubleRows(), new FloatRows());
  }

  @ParameterizedTest
  @MethodSource("kernels")
  void columnsAreTakenPutAndScaled(Kernels kernels) {
    Mat x = kernels.mat(2, 4);
    kernels.put(x, 0, new double[] {1, 2, 3, 4});
    kernels.put(x, 1, new double[] {5, 6, 7, 8});
    Mat middle = kernels.mat(2, 2);
    kernels.takeColumns(middle, x, 1);
    assertRows(kernels, middle, new double[][] {{2, 3}, {6, 7}});
    kernels.putColumns(x, 2, middle);
    assertRows(kernels, x, new double[][] {{1, 2, 2, 3}, {5, 6, 6, 7}});
    Vec v = kernels.vec(4);
    kernels.put(v, 0, new double[] {1, -1, 2, 0});
    kernels.scaleColumns(x, v);
    assertRows(kernels, x, new double[][] {{1, -2, 4, 0}, {5, -6, 12, 0}});
  }

  private static void assertRows(Kernels kernels, Mat mat, double[][] wanted) {
    double[] row = new double[mat.cols()];
    for (int n = 0; n < wanted.length; n++) {
      kernels.get(mat, n, row);
      assertArrayEquals(wanted[n], row);
    }
  }

  @ParameterizedTest
  @MethodSource("kernels")
  void explorationDrawsWithTheOddsOfSoftmax(Kernels kernels) {
    int draws = 40_000;
    Mat q = kernels.mat(1, 4);
    kernels.put(q, 0, new double[] {.5, -1, 0, 1});
    Mat mask = kernels.mat(1, 4);
    Chance chance = new Chance(1);
    double[] count = new double[4];
    double[] row = new double[4];
    for (int k = 0; k < draws; k++) {
      kernels.explore(mask, q, 1, chance);
      kernels.get(mask, 0, row);
      double chosen = 0;
      for (int j = 0; j < 4; j++) {
        count[j] += row[j];
        chosen += row[j];
      }
      assertEquals(1, chosen);
    }
    Mat p = kernels.mat(1, 4);
    kernels.softmax(p, q);
    kernels.get(p, 0, row);
    for (int j = 0; j < 4; j++) {
      double error = Math.sqrt(row[j] * (1 - row[j]) / draws);
      assertEquals(row[j], count[j] / draws, 4 * error);
    }
  }

  @ParameterizedTest
  @MethodSource("kernels")
  void explorationIsAsRareAsSaidAndLeavesOtherRowsAlone(Kernels kernels) {
    int rows = 20_000;
    Mat q = kernels.mat(rows, 5); // all equal
    Mat mask = kernels.mat(rows, 5);
    kernels.pickLargest(mask, q); // the first
    kernels.explore(mask, q, .1, new Chance(1));
    double[] row = new double[5];
    double others = 0;
    for (int n = 0; n < rows; n++) {
      kernels.get(mask, n, row);
      others += 1 - row[0];
    }
    double share = .1 * 4 / 5;
    assertEquals(share, others / rows, 4 * Math.sqrt(share * (1 - share) / rows));
  }

  @ParameterizedTest
  @MethodSource("kernels")
  void hugeValuesAreDrawnFromToo(Kernels kernels) {
    Mat q = kernels.mat(1, 3);
    kernels.put(q, 0, new double[] {-1e30, 1e30, 0});
    Mat mask = kernels.mat(1, 3);
    kernels.explore(mask, q, 1, new Chance(1));
    assertRows(kernels, mask, new double[][] {{0, 1, 0}});
  }
}
