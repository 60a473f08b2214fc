package io.olivo.learning.expansion;

import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;

/** Many fixed views of a few inputs. */
public interface Expansion {
  /** {@return number of units} */
  int size();

  /**
   * Computes all units.
   *
   * @param inputs scaled to about [-1, 1]
   * @param units filled [unit]
   */
  void fill(double[] inputs, double[] units);

  /**
   * Writes the wiring.
   *
   * @param out where to
   */
  void save(StateWriter out);

  /**
   * Takes the wiring back: it belongs to the weights, whatever seed made this expansion.
   *
   * @param in what was saved
   */
  void load(StateReader in);
}
