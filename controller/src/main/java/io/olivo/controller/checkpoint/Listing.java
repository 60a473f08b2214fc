package io.olivo.controller.checkpoint;

import java.util.List;
import java.util.Optional;

/**
 * What is in a store.
 *
 * @param whole generations that verify, the newest first
 * @param damaged the others, the newest first
 */
public record Listing(List<Generation> whole, List<Damaged> damaged) {
  /**
   * A file that is no whole snapshot.
   *
   * @param file its name in the folder
   * @param why in words
   */
  public record Damaged(String file, String why) {}

  /** Keeps its own copies. */
  public Listing {
    whole = List.copyOf(whole);
    damaged = List.copyOf(damaged);
  }

  /** The newest that verifies. */
  public Optional<Generation> newest() {
    return whole.stream().findFirst();
  }
}
