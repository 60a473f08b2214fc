package io.olivo.controller.checkpoint;

import io.olivo.learning.snapshot.StateReader;

/**
 * A whole snapshot in a store.
 *
 * @param number counts up from 1
 * @param file its name in the folder
 * @param size of the file [bytes]
 * @param digest SHA-256 of the file
 * @param state what it holds
 */
public record Generation(long number, String file, long size, String digest, StateReader state) {
  /** Key of the fact: its number. */
  public static final String NUMBER = "generation";

  /** Key of the fact: digest of the state it was learned from; "" when it began from none. */
  public static final String PARENT = "parent";

  /** Digest of the state it was learned from; "" when it began from none. */
  public String parent() {
    return state.facts().getOrDefault(PARENT, "");
  }
}
