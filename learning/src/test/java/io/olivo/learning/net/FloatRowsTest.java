package io.olivo.learning.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.olivo.learning.Chance;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class FloatRowsTest {
  private final Kernels fast = new FloatRows();
  private final Kernels exact = new DoubleRows();

  @Test
  void tanhIsRightToSinglePrecision() {
    float[] x = new float[200_001];
    float[] y = new float[x.length];
    for (int i = 0; i < x.length; i++) {
      x[i] = (i - 100_000) * 2e-4f;
    }
    FloatRows.tanh(y, x);
    for (int i = 0; i < x.length; i++) {
      double right = StrictMath.tanh(x[i]);
      assertEquals(right, y[i], 2e-7);
      assertTrue(Math.abs(y[i]) <= 1);
    }
  }

  @Test
  void tanhOfHugeDrivesIsOne() {
    float[] x = {1e30f, -1e30f, Float.POSITIVE_INFINITY, 0};
    float[] y = new float[4];
    FloatRows.tanh(y, x);
    assertEquals(1, y[0], 2e-7);
    assertEquals(-1, y[1], 2e-7);
    assertEquals(1, y[2], 2e-7);
    assertEquals(0, y[3]);
  }

  /** Every shape: rows and samples that fill the blocks of four, and those that are left over. */
  @Property(tries = 200)
  void productsOfAnyShapeAreThoseOfDoublePrecision(
      @ForAll @IntRange(min = 1, max = 13) int samples,
      @ForAll @IntRange(min = 1, max = 45) int inputs,
      @ForAll @IntRange(min = 1, max = 20) int units,
      @ForAll long seed) {
    double[][] forward = products(fast, samples, inputs, units, seed);
    double[][] right = products(exact, samples, inputs, units, seed);
    for (int i = 0; i < right.length; i++) {
      for (int j = 0; j < right[i].length; j++) {
        assertEquals(right[i][j], forward[i][j], 2e-5 * Math.sqrt(inputs * samples));
      }
    }
  }

  /** X W, then D W', then W + X' D. */
  private static double[][] products(
      Kernels kernels, int samples, int inputs, int units, long seed) {
    Chance chance = new Chance(seed);
    Mat x = kernels.mat(samples, inputs);
    Mat w = kernels.mat(inputs, units);
    Mat d = kernels.mat(samples, units);
    Vec b = kernels.vec(units);
    kernels.fillNormal(x, chance, 1);
    kernels.fillNormal(w, chance, 1);
    kernels.fillNormal(d, chance, 1);
    kernels.fillNormal(b, chance, 1);
    Mat y = kernels.mat(samples, units);
    kernels.affine(y, x, w, b);
    Mat back = kernels.mat(samples, inputs);
    kernels.timesTransposed(back, d, w);
    kernels.addOuter(w, .5, x, d);
    kernels.addColumnSums(b, .5, d);
    double[][] all = new double[2 * samples + inputs + 1][];
    for (int n = 0; n < samples; n++) {
      all[n] = row(kernels, y, n);
      all[samples + n] = row(kernels, back, n);
    }
    for (int i = 0; i < inputs; i++) {
      all[2 * samples + i] = row(kernels, w, i);
    }
    all[2 * samples + inputs] = row(kernels, b, 0);
    return all;
  }

  private static double[] row(Kernels kernels, Mat mat, int row) {
    double[] values = new double[mat.cols()];
    kernels.get(mat, row, values);
    return values;
  }

  @Test
  void nanAndInfinityAreSeenAnywhere() {
    for (Kernels kernels : new Kernels[] {fast, exact}) {
      Mat mat = kernels.mat(3, 5);
      assertTrue(kernels.areFinite(mat));
      kernels.put(mat, 2, new double[] {0, 0, 0, 0, Double.NaN});
      assertTrue(!kernels.areFinite(mat));
      kernels.put(mat, 2, new double[] {0, 0, Double.NEGATIVE_INFINITY, 0, 0});
      assertTrue(!kernels.areFinite(mat));
    }
  }

  @Test
  void aRowIsNoCopy() {
    for (Kernels kernels : new Kernels[] {fast, exact}) {
      Mat whole = kernels.mat(3, 2);
      Mat row = kernels.row(whole, 1);
      kernels.fill(row, 5);
      kernels.put(whole, 2, new double[] {7, 7});
      double[] seen = new double[2];
      kernels.get(whole, 1, seen);
      assertEquals(5, seen[1]);
      kernels.put(whole, 1, new double[] {6, 8});
      kernels.get(row, 0, seen);
      assertEquals(8, seen[1]);
      assertEquals(1, row.rows());
    }
  }
}
