package io.olivo.learning.net;

import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;

/** Saves and loads matrices, bit for bit. */
public final class MatState {
  private MatState() {}

  /** Writes a matrix row after row. */
  public static void save(Kernels kernels, Mat mat, StateWriter out, String name) {
    double[] all = out.room(name, mat.rows() * mat.cols());
    for (int i = 0; i < mat.rows(); i++) {
      kernels.get(mat, i, all, i * mat.cols());
    }
  }

  /**
   * Takes back what {@link #save} wrote.
   *
   * @throws IllegalArgumentException when it has another number of elements
   */
  public static void load(Kernels kernels, Mat mat, StateReader in, String name) {
    double[] all = new double[mat.rows() * mat.cols()];
    in.get(name, all);
    double[] row = new double[mat.cols()];
    for (int i = 0; i < mat.rows(); i++) {
      System.arraycopy(all, i * row.length, row, 0, row.length);
      kernels.put(mat, i, row);
    }
  }
}
