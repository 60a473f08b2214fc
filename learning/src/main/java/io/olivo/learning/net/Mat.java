package io.olivo.learning.net;

/**
 * Numbers in rows and columns whose layout only the {@link Kernels} that made them know. Activities
 * are [sample][unit], weights [input][output].
 */
public interface Mat {
  /** Number of rows. */
  int rows();

  /** Number of columns. */
  int cols();
}
