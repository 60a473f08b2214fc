package io.olivo.sensors.filter;

/** Turns a stream of values into another, one value per tick; some ticks may bring none. */
public interface Filter {
  /** A gap longer than this counts as this long [ticks]. */
  int LONGEST_GAP = 1000;

  /**
   * The filtered value after one more sample.
   *
   * @param value of the sample
   * @param ticks since the sample before, 1 or more
   */
  double next(double value, int ticks);

  /** Forgets everything, as before the first sample. */
  void reset();

  /** Everything needed to go on later bit for bit; always of the same length. */
  double[] memory();

  /** Goes on where {@link #memory} was taken. */
  void recall(double[] memory);
}
