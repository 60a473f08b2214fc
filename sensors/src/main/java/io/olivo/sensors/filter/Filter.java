package io.olivo.sensors.filter;

/** Turns a stream of values into another, one value per tick. */
public interface Filter {
  /** The filtered value after one more sample. */
  double next(double value);

  /** Forgets everything, as before the first sample. */
  void reset();

  /** Everything needed to go on later bit for bit; always of the same length. */
  double[] memory();

  /** Goes on where {@link #memory} was taken. */
  void recall(double[] memory);
}
