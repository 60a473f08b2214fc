package io.olivo.deploy.robot;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What was found wrong so far, and the line of every key that was read. */
final class Problems {
  private final String file;
  private final List<Problem> found = new ArrayList<>();
  private final Map<String, Integer> lines = new HashMap<>();

  Problems(String file) {
    this.file = file;
  }

  void add(int line, String key, String message) {
    Problem problem = new Problem(file, line, key, message);
    if (!found.contains(problem)) {
      found.add(problem);
    }
  }

  /** Remembers where a key stands; the first line of a key counts. */
  void seen(String key, int line) {
    lines.putIfAbsent(key, line);
  }

  /** How many there are; a reader that finds no more than before has read something sound. */
  int count() {
    return found.size();
  }

  Map<String, Integer> lines() {
    return Map.copyOf(lines);
  }

  void throwIfAny() {
    if (!found.isEmpty()) {
      throw new RobotFileException(found);
    }
  }
}
