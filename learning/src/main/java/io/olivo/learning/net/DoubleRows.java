package io.olivo.learning.net;

import io.olivo.learning.Chance;
import io.olivo.learning.Elementary;
import io.olivo.learning.HotPath;
import io.olivo.learning.Rows;
import java.util.Arrays;

/** Kernels in double precision, for exactness: the arithmetic of {@link Rows}, no garbage. */
@HotPath
public final class DoubleRows implements Kernels {
  private static final double NORMAL_VARIANCE = 1e-5;

  @Override
  public String name() {
    return "double";
  }

  @Override
  public Mat mat(int rows, int cols) {
    return new DoubleMat(rows, cols);
  }

  @Override
  public Vec vec(int size) {
    return new DoubleMat.OfOneRow(size);
  }

  @Override
  public Mat row(Mat x, int row) {
    return ((DoubleMat) x).rowOf(row);
  }

  private static double[][] rows(Mat m) {
    return ((DoubleMat) m).row;
  }

  private static double[] row(Vec v) {
    return ((DoubleMat) v).row[0];
  }

  @Override
  public void put(Mat y, int row, double[] values) {
    Rows.copy(values, rows(y)[row]);
  }

  @Override
  public void put(Mat y, int row, float[] values) {
    double[] into = rows(y)[row];
    for (int j = 0; j < into.length; j++) {
      into[j] = values[j];
    }
  }

  @Override
  public void get(Mat x, int row, double[] values, int at) {
    System.arraycopy(rows(x)[row], 0, values, at, x.cols());
  }

  @Override
  public void affine(Mat y, Mat x, Mat w, Vec b) {
    for (int n = 0; n < y.rows(); n++) {
      Rows.copy(row(b), rows(y)[n]);
      addTimes(rows(y)[n], rows(x)[n], rows(w));
    }
  }

  @Override
  public void times(Mat y, Mat x, Mat w) {
    for (int n = 0; n < y.rows(); n++) {
      Arrays.fill(rows(y)[n], 0);
      addTimes(rows(y)[n], rows(x)[n], rows(w));
    }
  }

  private static void addTimes(double[] y, double[] x, double[][] w) {
    for (int i = 0; i < x.length; i++) {
      Rows.add(y, x[i], w[i]);
    }
  }

  @Override
  public void timesTransposed(Mat y, Mat d, Mat w) {
    for (int n = 0; n < y.rows(); n++) {
      double[] into = rows(y)[n];
      for (int i = 0; i < into.length; i++) {
        into[i] = Rows.dot(rows(d)[n], rows(w)[i]);
      }
    }
  }

  @Override
  public void addOuter(Mat w, double scale, Mat x, Mat d) {
    for (int n = 0; n < x.rows(); n++) {
      double[] from = rows(x)[n];
      for (int i = 0; i < from.length; i++) {
        Rows.add(rows(w)[i], scale * from[i], rows(d)[n]);
      }
    }
  }

  @Override
  public void addColumnSums(Vec b, double scale, Mat d) {
    for (double[] row : rows(d)) {
      Rows.add(row(b), scale, row);
    }
  }

  @Override
  public void fill(Mat y, double value) {
    for (double[] row : rows(y)) {
      Arrays.fill(row, value);
    }
  }

  @Override
  public void copy(Mat y, Mat x) {
    for (int n = 0; n < y.rows(); n++) {
      Rows.copy(rows(x)[n], rows(y)[n]);
    }
  }

  @Override
  public void scale(Mat y, double scale) {
    for (double[] row : rows(y)) {
      Rows.scale(row, scale, row);
    }
  }

  @Override
  public void add(Mat y, double scale, Mat x) {
    for (int n = 0; n < y.rows(); n++) {
      Rows.add(rows(y)[n], scale, rows(x)[n]);
    }
  }

  @Override
  public void multiply(Mat y, Mat a, Mat x) {
    for (int n = 0; n < y.rows(); n++) {
      Rows.multiply(rows(y)[n], rows(a)[n], rows(x)[n]);
    }
  }

  @Override
  public void sign(Mat y, Mat x) {
    for (int n = 0; n < y.rows(); n++) {
      double[] into = rows(y)[n];
      for (int j = 0; j < into.length; j++) {
        into[j] = rows(x)[n][j] > 0 ? 1 : -1;
      }
    }
  }

  @Override
  public void magnitude(Mat y, Mat x) {
    for (int n = 0; n < y.rows(); n++) {
      double[] into = rows(y)[n];
      for (int j = 0; j < into.length; j++) {
        into[j] = Math.abs(rows(x)[n][j]);
      }
    }
  }

  /** 1 / (1 + exp(-x)) = (1 + tanh(x/2)) / 2. */
  @Override
  public void sigmoid(Mat y, Mat x) {
    for (int n = 0; n < y.rows(); n++) {
      double[] into = rows(y)[n];
      for (int j = 0; j < into.length; j++) {
        into[j] = .5 + .5 * Elementary.tanh(.5 * rows(x)[n][j]);
      }
    }
  }

  @Override
  public void bound(Mat y, double most) {
    for (double[] row : rows(y)) {
      Rows.bound(row, most);
    }
  }

  @Override
  public void activate(Activation f, Mat h, Mat a) {
    for (int n = 0; n < h.rows(); n++) {
      activate(f, rows(h)[n], rows(a)[n]);
    }
  }

  private static void activate(Activation f, double[] h, double[] a) {
    for (int j = 0; j < h.length; j++) {
      h[j] =
          switch (f) {
            case TANH -> Elementary.tanh(a[j]);
            case RELU -> Math.max(0, a[j]);
            case LINEAR -> a[j];
          };
    }
  }

  @Override
  public void timesSlope(Activation f, Mat d, Mat h) {
    for (int n = 0; n < d.rows(); n++) {
      timesSlope(f, rows(d)[n], rows(h)[n]);
    }
  }

  private static void timesSlope(Activation f, double[] d, double[] h) {
    for (int j = 0; j < d.length; j++) {
      d[j] *=
          switch (f) {
            case TANH -> 1 - h[j] * h[j];
            case RELU -> h[j] > 0 ? 1 : 0;
            case LINEAR -> 1;
          };
    }
  }

  @Override
  public void softmax(Mat p, Mat o) {
    for (int n = 0; n < p.rows(); n++) {
      double[] drive = rows(o)[n];
      double[] into = rows(p)[n];
      double most = largest(drive);
      double sum = 0;
      for (int j = 0; j < into.length; j++) {
        into[j] = Elementary.exp(drive[j] - most);
        sum += into[j];
      }
      for (int j = 0; j < into.length; j++) {
        into[j] /= sum;
      }
    }
  }

  private static double largest(double[] x) {
    double most = x[0];
    for (double value : x) {
      most = Math.max(most, value);
    }
    return most;
  }

  @Override
  public void crossEntropy(Vec loss, Mat o, Mat y) {
    for (int n = 0; n < o.rows(); n++) {
      double[] drive = rows(o)[n];
      double most = largest(drive);
      double sum = 0;
      double told = 0;
      for (int j = 0; j < drive.length; j++) {
        sum += Elementary.exp(drive[j] - most);
        told += rows(y)[n][j] * (drive[j] - most);
      }
      row(loss)[n] = StrictMath.log(sum) - told;
    }
  }

  @Override
  public void rowDots(Vec v, Mat a, Mat b) {
    for (int n = 0; n < a.rows(); n++) {
      row(v)[n] = Rows.dot(rows(a)[n], rows(b)[n]);
    }
  }

  @Override
  public void scaleRows(Mat y, Vec v) {
    for (int n = 0; n < y.rows(); n++) {
      Rows.scale(rows(y)[n], row(v)[n], rows(y)[n]);
    }
  }

  @Override
  public void normaliseRows(Mat y, Vec r) {
    for (int n = 0; n < y.rows(); n++) {
      double[] into = rows(y)[n];
      double mean = sum(into) / into.length;
      for (int j = 0; j < into.length; j++) {
        into[j] -= mean;
      }
      double inverse = 1 / Math.sqrt(Rows.dot(into, into) / into.length + NORMAL_VARIANCE);
      Rows.scale(into, inverse, into);
      row(r)[n] = inverse;
    }
  }

  private static double sum(double[] x) {
    double sum = 0;
    for (double value : x) {
      sum += value;
    }
    return sum;
  }

  @Override
  public void normaliseRowsBack(Mat d, Mat y, Vec r) {
    for (int n = 0; n < d.rows(); n++) {
      double[] into = rows(d)[n];
      double[] normal = rows(y)[n];
      double mean = sum(into) / into.length;
      double along = Rows.dot(into, normal) / into.length;
      for (int j = 0; j < into.length; j++) {
        into[j] = row(r)[n] * (into[j] - mean - normal[j] * along);
      }
    }
  }

  @Override
  public void pickLargest(Mat mask, Mat q) {
    for (int n = 0; n < q.rows(); n++) {
      double[] value = rows(q)[n];
      int best = 0;
      for (int j = 1; j < value.length; j++) {
        best = value[j] > value[best] ? j : best;
      }
      Arrays.fill(rows(mask)[n], 0);
      rows(mask)[n][best] = 1;
    }
  }

  @Override
  public void explore(Mat mask, Mat q, double probability, Chance chance) {
    for (int n = 0; n < q.rows(); n++) {
      boolean explores = chance.uniform() < probability;
      double share = chance.uniform();
      if (explores) {
        Arrays.fill(rows(mask)[n], 0);
        rows(mask)[n][drawn(rows(q)[n], share)] = 1;
      }
    }
  }

  /** The first column up to which more than this share of exp(q) stands. */
  private static int drawn(double[] q, double share) {
    double most = largest(q);
    double all = 0;
    for (double value : q) {
      all += Elementary.exp(value - most);
    }
    int column = 0;
    double passed = Elementary.exp(q[0] - most);
    while (column < q.length - 1 && passed <= share * all) {
      column++;
      passed += Elementary.exp(q[column] - most);
    }
    return column;
  }

  @Override
  public void takeColumns(Mat y, Mat x, int from) {
    for (int n = 0; n < y.rows(); n++) {
      System.arraycopy(rows(x)[n], from, rows(y)[n], 0, y.cols());
    }
  }

  @Override
  public void putColumns(Mat y, int from, Mat x) {
    for (int n = 0; n < x.rows(); n++) {
      System.arraycopy(rows(x)[n], 0, rows(y)[n], from, x.cols());
    }
  }

  @Override
  public void scaleColumns(Mat y, Vec v) {
    for (double[] into : rows(y)) {
      Rows.multiply(into, row(v), into);
    }
  }

  @Override
  public void fillNormal(Mat y, Chance chance, double deviation) {
    for (double[] row : rows(y)) {
      for (int j = 0; j < row.length; j++) {
        row[j] = deviation * chance.normal();
      }
    }
  }

  @Override
  public void fillSigns(Mat y, Chance chance, double size) {
    for (double[] row : rows(y)) {
      for (int j = 0; j < row.length; j++) {
        row[j] = chance.bits() < 0 ? -size : size;
      }
    }
  }

  @Override
  public double dot(Mat a, Mat b) {
    double sum = 0;
    for (int n = 0; n < a.rows(); n++) {
      sum += Rows.dot(rows(a)[n], rows(b)[n]);
    }
    return sum;
  }

  @Override
  public double largest(Mat x) {
    double most = 0;
    for (double[] row : rows(x)) {
      for (double value : row) {
        most = Math.max(most, Math.abs(value));
      }
    }
    return most;
  }

  @Override
  public boolean areFinite(Mat x) {
    boolean finite = true;
    for (double[] row : rows(x)) {
      finite &= Rows.areFinite(row);
    }
    return finite;
  }
}
