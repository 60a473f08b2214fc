package io.olivo.learning.net;

import io.olivo.learning.HotPath;
import java.util.Arrays;

/**
 * Products of single-precision rows.
 *
 * <p>The inner loops run along rows with one index, four samples by four rows at once, which the
 * compiler turns into vector instructions; each element is still summed in the order of the rows,
 * with fused multiply-add, so the width of the vectors changes no bit.
 */
@HotPath
final class FloatProducts {
  private static final int ROWS_IN_CACHE = 16; // 16 kB of 256 units, beside four samples of them
  private static final int FEW = 4; // samples, for which a transpose would cost more than it saves

  private FloatProducts() {}

  /** Y += X W. */
  static void addTimes(float[][] y, float[][] x, float[][] w) {
    for (int from = 0; from < w.length; from += ROWS_IN_CACHE) {
      int to = Math.min(w.length, from + ROWS_IN_CACHE);
      int n = 0;
      for (; n + 3 < y.length; n += 4) {
        addFourSamples(y, x, n, w, from, to);
      }
      for (; n < y.length; n++) {
        addSample(y[n], x[n], w, from, to);
      }
    }
  }

  private static void addFourSamples(
      float[][] y, float[][] x, int n, float[][] w, int from, int to) {
    int i = from;
    for (; i + 3 < to; i += 4) {
      addFourByFour(
          y[n], y[n + 1], y[n + 2], y[n + 3], w[i], w[i + 1], w[i + 2], w[i + 3], x[n], x[n + 1],
          x[n + 2], x[n + 3], i);
    }
    for (; i < to; i++) {
      for (int k = n; k < n + 4; k++) {
        add(y[k], x[k][i], w[i]);
      }
    }
  }

  private static void addFourByFour(
      float[] y0,
      float[] y1,
      float[] y2,
      float[] y3,
      float[] w0,
      float[] w1,
      float[] w2,
      float[] w3,
      float[] x0,
      float[] x1,
      float[] x2,
      float[] x3,
      int i) {
    float a0 = x0[i];
    float a1 = x0[i + 1];
    float a2 = x0[i + 2];
    float a3 = x0[i + 3];
    float b0 = x1[i];
    float b1 = x1[i + 1];
    float b2 = x1[i + 2];
    float b3 = x1[i + 3];
    float c0 = x2[i];
    float c1 = x2[i + 1];
    float c2 = x2[i + 2];
    float c3 = x2[i + 3];
    float d0 = x3[i];
    float d1 = x3[i + 1];
    float d2 = x3[i + 2];
    float d3 = x3[i + 3];
    for (int j = 0; j < y0.length; j++) {
      float p = w0[j];
      float q = w1[j];
      float r = w2[j];
      float s = w3[j];
      y0[j] = Math.fma(a3, s, Math.fma(a2, r, Math.fma(a1, q, Math.fma(a0, p, y0[j]))));
      y1[j] = Math.fma(b3, s, Math.fma(b2, r, Math.fma(b1, q, Math.fma(b0, p, y1[j]))));
      y2[j] = Math.fma(c3, s, Math.fma(c2, r, Math.fma(c1, q, Math.fma(c0, p, y2[j]))));
      y3[j] = Math.fma(d3, s, Math.fma(d2, r, Math.fma(d1, q, Math.fma(d0, p, y3[j]))));
    }
  }

  private static void addSample(float[] y, float[] x, float[][] w, int from, int to) {
    int i = from;
    for (; i + 3 < to; i += 4) {
      addFour(y, w[i], w[i + 1], w[i + 2], w[i + 3], x[i], x[i + 1], x[i + 2], x[i + 3]);
    }
    for (; i < to; i++) {
      add(y, x[i], w[i]);
    }
  }

  private static void addFour(
      float[] y,
      float[] w0,
      float[] w1,
      float[] w2,
      float[] w3,
      float a,
      float b,
      float c,
      float d) {
    for (int j = 0; j < y.length; j++) {
      y[j] = Math.fma(d, w3[j], Math.fma(c, w2[j], Math.fma(b, w1[j], Math.fma(a, w0[j], y[j]))));
    }
  }

  /** y += a x. */
  static void add(float[] y, float a, float[] x) {
    for (int j = 0; j < y.length; j++) {
      y[j] = Math.fma(a, x[j], y[j]);
    }
  }

  /** Y = D W'. */
  static void timesTransposed(float[][] y, float[][] d, FloatMat w) {
    if (y.length <= FEW) {
      for (int n = 0; n < y.length; n++) {
        dots(y[n], d[n], w.row);
      }
      return;
    }
    for (float[] row : y) {
      Arrays.fill(row, 0);
    }
    addTimes(y, d, w.transposed());
  }

  /** y_i = d . w_i, each summed from its first element to its last, eight side by side. */
  private static void dots(float[] y, float[] d, float[][] w) {
    int i = 0;
    for (; i + 7 < y.length; i += 8) {
      eightDots(
          y, i, d, w[i], w[i + 1], w[i + 2], w[i + 3], w[i + 4], w[i + 5], w[i + 6], w[i + 7]);
    }
    for (; i < y.length; i++) {
      y[i] = dot(d, w[i]);
    }
  }

  private static void eightDots(
      float[] y,
      int i,
      float[] d,
      float[] w0,
      float[] w1,
      float[] w2,
      float[] w3,
      float[] w4,
      float[] w5,
      float[] w6,
      float[] w7) {
    float s0 = 0;
    float s1 = 0;
    float s2 = 0;
    float s3 = 0;
    float s4 = 0;
    float s5 = 0;
    float s6 = 0;
    float s7 = 0;
    for (int j = 0; j < d.length; j++) {
      float e = d[j];
      s0 = Math.fma(e, w0[j], s0);
      s1 = Math.fma(e, w1[j], s1);
      s2 = Math.fma(e, w2[j], s2);
      s3 = Math.fma(e, w3[j], s3);
      s4 = Math.fma(e, w4[j], s4);
      s5 = Math.fma(e, w5[j], s5);
      s6 = Math.fma(e, w6[j], s6);
      s7 = Math.fma(e, w7[j], s7);
    }
    y[i] = s0;
    y[i + 1] = s1;
    y[i + 2] = s2;
    y[i + 3] = s3;
    y[i + 4] = s4;
    y[i + 5] = s5;
    y[i + 6] = s6;
    y[i + 7] = s7;
  }

  /** Summed from the first element to the last. */
  static float dot(float[] a, float[] b) {
    float sum = 0;
    for (int j = 0; j < a.length; j++) {
      sum = Math.fma(a[j], b[j], sum);
    }
    return sum;
  }

  /**
   * W += scale X' D: four rows of W by four samples at once, a block of rows that stays in the
   * cache by all samples.
   */
  static void addOuter(float[][] w, float scale, float[][] x, float[][] d) {
    for (int from = 0; from < w.length; from += ROWS_IN_CACHE) {
      int to = Math.min(w.length, from + ROWS_IN_CACHE);
      int n = 0;
      for (; n + 3 < x.length; n += 4) {
        addOuterOfFour(w, scale, x, d, n, from, to);
      }
      for (; n < x.length; n++) {
        for (int i = from; i < to; i++) {
          add(w[i], scale * x[n][i], d[n]);
        }
      }
    }
  }

  private static void addOuterOfFour(
      float[][] w, float scale, float[][] x, float[][] d, int n, int from, int to) {
    int i = from;
    for (; i + 3 < to; i += 4) {
      addFourOuter(
          w[i], w[i + 1], w[i + 2], w[i + 3], scale, x[n], x[n + 1], x[n + 2], x[n + 3], i, d[n],
          d[n + 1], d[n + 2], d[n + 3]);
    }
    for (; i < to; i++) {
      for (int k = n; k < n + 4; k++) {
        add(w[i], scale * x[k][i], d[k]);
      }
    }
  }

  private static void addFourOuter(
      float[] w0,
      float[] w1,
      float[] w2,
      float[] w3,
      float scale,
      float[] x0,
      float[] x1,
      float[] x2,
      float[] x3,
      int i,
      float[] p,
      float[] q,
      float[] r,
      float[] s) {
    float a0 = scale * x0[i];
    float a1 = scale * x1[i];
    float a2 = scale * x2[i];
    float a3 = scale * x3[i];
    float b0 = scale * x0[i + 1];
    float b1 = scale * x1[i + 1];
    float b2 = scale * x2[i + 1];
    float b3 = scale * x3[i + 1];
    float c0 = scale * x0[i + 2];
    float c1 = scale * x1[i + 2];
    float c2 = scale * x2[i + 2];
    float c3 = scale * x3[i + 2];
    float d0 = scale * x0[i + 3];
    float d1 = scale * x1[i + 3];
    float d2 = scale * x2[i + 3];
    float d3 = scale * x3[i + 3];
    for (int j = 0; j < w0.length; j++) {
      float pj = p[j];
      float qj = q[j];
      float rj = r[j];
      float sj = s[j];
      w0[j] = Math.fma(a3, sj, Math.fma(a2, rj, Math.fma(a1, qj, Math.fma(a0, pj, w0[j]))));
      w1[j] = Math.fma(b3, sj, Math.fma(b2, rj, Math.fma(b1, qj, Math.fma(b0, pj, w1[j]))));
      w2[j] = Math.fma(c3, sj, Math.fma(c2, rj, Math.fma(c1, qj, Math.fma(c0, pj, w2[j]))));
      w3[j] = Math.fma(d3, sj, Math.fma(d2, rj, Math.fma(d1, qj, Math.fma(d0, pj, w3[j]))));
    }
  }
}
