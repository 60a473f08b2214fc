package io.olivo.sim.train;

import io.olivo.learning.net.Mat;
import io.olivo.learning.net.Vec;
import java.nio.FloatBuffer;
import org.bytedeco.javacpp.FloatPointer;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** An array of ND4J, row after row outside the heap, and the same memory as BLAS and we see it. */
class Nd4jMat implements Mat {
  /** Owns the memory; a matrix without elements has one all the same, for ND4J knows no such. */
  final INDArray array; // [row][column]

  /** For BLAS. */
  final FloatPointer data;

  /** For plain loops. */
  final FloatBuffer view;

  private final int rows;
  private final int cols;
  private @Nullable Nd4jMat spare;

  Nd4jMat(int rows, int cols) {
    this(rows, cols, Nd4j.create(DataType.FLOAT, Math.max(1, rows), Math.max(1, cols)), 0);
  }

  /**
   * @param from the first element of it in the memory that the array is a part of
   */
  private Nd4jMat(int rows, int cols, INDArray array, long from) {
    this.rows = rows;
    this.cols = cols;
    this.array = array;
    data = new FloatPointer(array.data().pointer()).getPointer(from);
    view = data.capacity(array.length()).asBuffer();
  }

  @Override
  public int rows() {
    return rows;
  }

  @Override
  public int cols() {
    return cols;
  }

  int size() {
    return rows * cols;
  }

  /** One row, the same memory. */
  Nd4jMat rowOf(int row) {
    INDArray part = array.get(NDArrayIndex.interval(row, row + 1), NDArrayIndex.all());
    return new Nd4jMat(1, cols, part, (long) row * cols);
  }

  /** Another matrix of this shape for values on the way, taken once. */
  Nd4jMat spare() {
    Nd4jMat taken = spare;
    if (taken == null) {
      taken = new Nd4jMat(rows, cols);
      spare = taken;
    }
    return taken;
  }

  /** One row of them. */
  static final class OfOneRow extends Nd4jMat implements Vec {
    /** The same numbers, one below the other. */
    final INDArray column;

    OfOneRow(int size) {
      super(1, size);
      column = array.reshape(array.length(), 1);
    }

    @Override
    public int rows() {
      return 1;
    }
  }
}
