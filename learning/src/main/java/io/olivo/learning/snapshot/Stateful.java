package io.olivo.learning.snapshot;

/**
 * Something that can stop here and go on elsewhere, bit for bit. Parts of one whole save under
 * names of their own.
 */
public interface Stateful {
  /** Writes everything needed to go on bit for bit. */
  void save(StateWriter out);

  /**
   * Takes back what {@link #save} wrote.
   *
   * @throws IllegalArgumentException when it was saved by something of another kind or shape
   */
  void load(StateReader in);
}
