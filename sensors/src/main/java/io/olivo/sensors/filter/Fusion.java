package io.olivo.sensors.filter;

import io.olivo.sensors.Unit;
import java.util.List;

/** Turns several streams of values into others, a sample of all at once. It allocates nothing. */
public interface Fusion {
  /** What goes in, in its order. */
  List<Unit> inputs();

  /** What comes out, in its order. */
  List<Unit> outputs();

  /**
   * One more sample.
   *
   * @param in [input] in their units
   * @param ticks since the sample before, 1 or more
   * @param out [output] in their units
   */
  void next(double[] in, int ticks, double[] out);

  /** Forgets everything, as before the first sample. */
  void reset();

  /** Everything needed to go on later bit for bit; always of the same length. */
  double[] memory();

  /** Goes on where {@link #memory} was taken. */
  void recall(double[] memory);
}
