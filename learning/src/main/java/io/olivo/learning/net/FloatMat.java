package io.olivo.learning.net;

/** Single-precision rows, one array each: that is what the compiler vectorises. */
class FloatMat implements Mat {
  final float[][] row;
  private final int cols;
  private float[][] transposed = {};

  FloatMat(int rows, int cols) {
    this(new float[rows][cols], cols);
  }

  private FloatMat(float[][] row, int cols) {
    this.row = row;
    this.cols = cols;
  }

  /** One row of this, the same numbers. */
  FloatMat rowOf(int index) {
    return new FloatMat(new float[][] {row[index]}, cols);
  }

  @Override
  public int rows() {
    return row.length;
  }

  @Override
  public int cols() {
    return cols;
  }

  /** The transpose of now, in memory that is taken once. */
  float[][] transposed() {
    if (transposed.length != cols) {
      transposed = new float[cols][row.length];
    }
    for (int i = 0; i < row.length; i++) {
      float[] from = row[i];
      for (int j = 0; j < cols; j++) {
        transposed[j][i] = from[j];
      }
    }
    return transposed;
  }

  /** One row of them. */
  static final class OfOneRow extends FloatMat implements Vec {
    OfOneRow(int size) {
      super(1, size);
    }

    @Override
    public int rows() {
      return 1;
    }
  }
}
