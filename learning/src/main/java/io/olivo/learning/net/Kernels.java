package io.olivo.learning.net;

import io.olivo.learning.Chance;

/**
 * The arithmetic of layered nets. Makes {@link Mat} and {@link Vec} and owns their layout; learning
 * rules see no arrays, so the same rules run in double precision, in single precision, or in a
 * library's batches.
 *
 * <p>Once made, a matrix is never moved. In {@link FloatRows} and {@link DoubleRows} every sum has
 * one fixed order for given shapes, the same on every processor, and nothing is allocated after the
 * first call of each shape; a library may depart in both. Operands must have been made by these
 * kernels and have the shapes that the equation needs; outputs must not be inputs too unless it is
 * said. Elementwise operations take a {@link Vec} as well.
 */
public interface Kernels {
  /** A short name, such as "float". */
  String name();

  /** A matrix of zeros. */
  Mat mat(int rows, int cols);

  /** A vector of zeros. */
  Vec vec(int size);

  /** One row of x as a matrix, made once: the numbers are the same ones. */
  Mat row(Mat x, int row);

  /** Copies one row in. */
  void put(Mat y, int row, double[] values);

  /** Copies one row in. */
  void put(Mat y, int row, float[] values);

  /** Copies one row out. */
  default void get(Mat x, int row, double[] values) {
    get(x, row, values, 0);
  }

  /**
   * Copies one row out.
   *
   * @param at where in the values it begins
   */
  void get(Mat x, int row, double[] values, int at);

  /** Y = X W + 1 b'. */
  void affine(Mat y, Mat x, Mat w, Vec b);

  /** Y = X W. */
  void times(Mat y, Mat x, Mat w);

  /** Y = D W'. */
  void timesTransposed(Mat y, Mat d, Mat w);

  /** W += scale X' D, summed over the samples. */
  void addOuter(Mat w, double scale, Mat x, Mat d);

  /** b += scale 1' D. */
  void addColumnSums(Vec b, double scale, Mat d);

  /** y = value. */
  void fill(Mat y, double value);

  /** y = x. */
  void copy(Mat y, Mat x);

  /** y = scale y. */
  void scale(Mat y, double scale);

  /** y += scale x. */
  void add(Mat y, double scale, Mat x);

  /** y = a x, element by element; y may be a or x. */
  void multiply(Mat y, Mat a, Mat x);

  /** y = 1 where x is above 0, -1 elsewhere. */
  void sign(Mat y, Mat x);

  /** y = |x|. */
  void magnitude(Mat y, Mat x);

  /** y = 1 / (1 + exp(-x)); y may be x. */
  void sigmoid(Mat y, Mat x);

  /** y = min(most, max(-most, y)). */
  void bound(Mat y, double most);

  /** h = f(a); h may be a. */
  void activate(Activation f, Mat h, Mat a);

  /** d = d f'(a), the slope taken from h = f(a). */
  void timesSlope(Activation f, Mat d, Mat h);

  /** Each row of p becomes the softmax of that row of o; p may be o. */
  void softmax(Mat p, Mat o);

  /** loss_n = -y_n . log softmax(o_n). */
  void crossEntropy(Vec loss, Mat o, Mat y);

  /** v_n = a_n . b_n, row by row. */
  void rowDots(Vec v, Mat a, Mat b);

  /** y_n = v_n y_n, row by row. */
  void scaleRows(Mat y, Vec v);

  /**
   * Layer normalisation: y_n = (y_n - mean) r_n with r_n = 1 / sqrt(variance + 1e-5), row by row.
   *
   * @param r filled, one number per row
   */
  void normaliseRows(Mat y, Vec r);

  /**
   * Back through {@link #normaliseRows}: d_n = r_n (d_n - mean(d_n) - y_n mean(d_n y_n)).
   *
   * @param y what normaliseRows left
   */
  void normaliseRowsBack(Mat d, Mat y, Vec r);

  /**
   * Each row of mask is 1 where that row of q is largest (the first of equals), 0 elsewhere; mask
   * may be q.
   */
  void pickLargest(Mat mask, Mat q);

  /**
   * Gives each row of mask, with this probability, to a column drawn with the odds exp(q): 1 there,
   * 0 elsewhere. Two numbers are drawn per row, row by row, whatever becomes of it.
   */
  void explore(Mat mask, Mat q, double probability, Chance chance);

  /** y = the columns of x from this one on, as many as y has. */
  void takeColumns(Mat y, Mat x, int from);

  /** The columns of y from this one on, as many as x has, become x. */
  void putColumns(Mat y, int from, Mat x);

  /** y_ij = v_j y_ij, column by column. */
  void scaleColumns(Mat y, Vec v);

  /** Independent normal numbers with this standard deviation, drawn row by row. */
  void fillNormal(Mat y, Chance chance, double deviation);

  /** +size or -size with equal chance, drawn row by row. */
  void fillSigns(Mat y, Chance chance, double size);

  /** Sum of all products of elements. */
  double dot(Mat a, Mat b);

  /** Size of the largest element; NaN when one is. */
  double largest(Mat x);

  /** Whether no element is infinite or NaN. */
  boolean areFinite(Mat x);
}
