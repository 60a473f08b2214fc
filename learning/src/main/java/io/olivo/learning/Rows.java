package io.olivo.learning;

import java.util.Arrays;

/** Row arithmetic in one fixed order of summation, so that every processor gets the same bits. */
@HotPath
public final class Rows {
  private static final int LANES = 8;

  private Rows() {}

  /** a . b, in eight interleaved partial sums. */
  public static double dot(double[] a, double[] b) {
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    double s4 = 0;
    double s5 = 0;
    double s6 = 0;
    double s7 = 0;
    int whole = a.length - a.length % LANES;
    for (int i = 0; i < whole; i += LANES) {
      s0 += a[i] * b[i];
      s1 += a[i + 1] * b[i + 1];
      s2 += a[i + 2] * b[i + 2];
      s3 += a[i + 3] * b[i + 3];
      s4 += a[i + 4] * b[i + 4];
      s5 += a[i + 5] * b[i + 5];
      s6 += a[i + 6] * b[i + 6];
      s7 += a[i + 7] * b[i + 7];
    }
    for (int i = whole; i < a.length; i++) {
      s0 += a[i] * b[i];
    }
    return ((s0 + s1) + (s2 + s3)) + ((s4 + s5) + (s6 + s7));
  }

  /** y += scale x. */
  public static void add(double[] y, double scale, double[] x) {
    for (int i = 0; i < y.length; i++) {
      y[i] += scale * x[i];
    }
  }

  /** y = scale x. */
  public static void scale(double[] y, double scale, double[] x) {
    for (int i = 0; i < y.length; i++) {
      y[i] = scale * x[i];
    }
  }

  /** y = a x, element by element. */
  public static void multiply(double[] y, double[] a, double[] x) {
    for (int i = 0; i < y.length; i++) {
      y[i] = a[i] * x[i];
    }
  }

  /** y = sum_i scale_i row_i, four rows at a time: fewer trips to memory. */
  public static void combine(double[] y, double[] scale, double[][] rows) {
    Arrays.fill(y, 0);
    int i = 0;
    for (; i + 3 < rows.length; i += 4) {
      addFour(y, scale, rows, i);
    }
    for (; i < rows.length; i++) {
      add(y, scale[i], rows[i]);
    }
  }

  private static void addFour(double[] y, double[] scale, double[][] rows, int first) {
    double a = scale[first];
    double b = scale[first + 1];
    double c = scale[first + 2];
    double d = scale[first + 3];
    double[] p = rows[first];
    double[] q = rows[first + 1];
    double[] r = rows[first + 2];
    double[] s = rows[first + 3];
    for (int i = 0; i < y.length; i++) {
      y[i] += (a * p[i] + b * q[i]) + (c * r[i] + d * s[i]);
    }
  }

  /** y += rate (x - y). */
  public static void approach(double[] y, double rate, double[] x) {
    for (int i = 0; i < y.length; i++) {
      y[i] += rate * (x[i] - y[i]);
    }
  }

  /** y = min(most, max(-most, y)). */
  public static void bound(double[] y, double most) {
    for (int i = 0; i < y.length; i++) {
      y[i] = Math.min(most, Math.max(-most, y[i]));
    }
  }

  /** Whether no element is infinite or NaN. */
  public static boolean areFinite(double[] x) {
    boolean finite = true;
    for (double value : x) {
      finite &= Double.isFinite(value);
    }
    return finite;
  }

  /** Whether all elements lie within +-most; false where one is NaN. */
  public static boolean areWithin(double[] x, double most) {
    boolean within = true;
    for (double value : x) {
      within &= Math.abs(value) <= most;
    }
    return within;
  }

  /** Copies x to y. */
  public static void copy(double[] x, double[] y) {
    System.arraycopy(x, 0, y, 0, y.length);
  }
}
