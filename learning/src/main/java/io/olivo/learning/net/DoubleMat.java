package io.olivo.learning.net;

/** Double-precision rows. */
class DoubleMat implements Mat {
  final double[][] row;
  private final int cols;

  DoubleMat(int rows, int cols) {
    this(new double[rows][cols], cols);
  }

  private DoubleMat(double[][] row, int cols) {
    this.row = row;
    this.cols = cols;
  }

  /** One row of this, the same numbers. */
  DoubleMat rowOf(int index) {
    return new DoubleMat(new double[][] {row[index]}, cols);
  }

  @Override
  public int rows() {
    return row.length;
  }

  @Override
  public int cols() {
    return cols;
  }

  /** One row of them. */
  static final class OfOneRow extends DoubleMat implements Vec {
    OfOneRow(int size) {
      super(1, size);
    }

    @Override
    public int rows() {
      return 1;
    }
  }
}
