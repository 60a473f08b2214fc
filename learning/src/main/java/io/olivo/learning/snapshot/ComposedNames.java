package io.olivo.learning.snapshot;

import java.util.ArrayList;
import java.util.List;

/**
 * Names made of parts. A state is saved in the same order each time, so the name that was made at
 * the same place last time is the right one and no new text is made.
 */
final class ComposedNames {
  private record Composed(String owner, String part, int index, String name) {
    boolean is(String otherOwner, String otherPart, int otherIndex) {
      return index == otherIndex && owner.equals(otherOwner) && part.equals(otherPart);
    }
  }

  private static final int NONE = -1; // index of a name without one

  private final List<Composed> made = new ArrayList<>();
  private int next;

  void begin() {
    next = 0;
  }

  String of(String owner, String part) {
    return next(owner, part, NONE);
  }

  String of(String owner, String part, int index) {
    return next(owner, part, index);
  }

  private String next(String owner, String part, int index) {
    if (next == made.size() || !made.get(next).is(owner, part, index)) {
      made.subList(next, made.size()).clear();
      String name = index == NONE ? owner + part : owner + part + index;
      made.add(new Composed(owner, part, index, name));
    }
    return made.get(next++).name();
  }
}
