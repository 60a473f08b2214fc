package io.olivo.controller.checkpoint;

import java.util.ArrayList;
import java.util.List;

/**
 * Goes through all combinations of choices, one combination per round: the same questions get the
 * same answers but the last one that has another left.
 */
final class Choices {
  private final List<int[]> asked = new ArrayList<>(); // answer, number of answers
  private int next;

  /** One of 0 .. count - 1. */
  int among(int count) {
    if (next == asked.size()) {
      asked.add(new int[] {0, count});
    }
    return asked.get(next++)[0];
  }

  /** Whether there is another combination; from now on it answers with it. */
  boolean more() {
    next = 0;
    while (!asked.isEmpty()) {
      int[] last = asked.getLast();
      if (++last[0] < last[1]) {
        return true;
      }
      asked.removeLast();
    }
    return false;
  }
}
