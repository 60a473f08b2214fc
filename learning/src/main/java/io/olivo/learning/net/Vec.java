package io.olivo.learning.net;

/** A {@link Mat} of one row: biases [unit], or one number per sample. */
public interface Vec extends Mat {
  @Override
  default int rows() {
    return 1;
  }
}
