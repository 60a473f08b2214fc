package io.olivo.learning.net;

/** Double-precision rows. */
class DoubleMat implements Mat {
  final double[][] row;
  private final int cols;

  DoubleMat(int rows, int cols) {
    row = new double[rows][cols];
    this.cols = cols;
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
