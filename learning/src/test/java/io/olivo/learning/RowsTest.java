package io.olivo.learning;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class RowsTest {
  private final Chance chance = new Chance(1);

  private double[] row(int length) {
    double[] row = new double[length];
    Arrays.setAll(row, i -> chance.normal());
    return row;
  }

  @Test
  void dotIsThePlainSumForEveryLength() {
    for (int length = 0; length < 100; length++) {
      double[] a = row(length);
      double[] b = row(length);
      double sum = 0;
      for (int i = 0; i < length; i++) {
        sum += a[i] * b[i];
      }
      assertEquals(sum, Rows.dot(a, b), 1e-12);
    }
  }

  @Test
  void combinationIsThePlainSumForEveryNumberOfRows() {
    for (int count = 0; count < 20; count++) {
      int length = 3 * count + 1;
      double[][] rows = new double[count][];
      Arrays.setAll(rows, i -> row(length));
      double[] scale = row(count);
      double[] sum = new double[length];
      for (int i = 0; i < count; i++) {
        for (int j = 0; j < length; j++) {
          sum[j] += scale[i] * rows[i][j];
        }
      }
      double[] combined = row(length); // what was there before does not matter
      Rows.combine(combined, scale, rows);
      assertArrayEquals(sum, combined, 1e-12);
    }
  }
}
