package io.olivo.deploy.cli;

import io.olivo.controller.checkpoint.Generation;
import java.util.LinkedHashMap;
import java.util.Map;

/** One generation as it is shown. */
final class SnapshotRow {
  private static final int SHORT = 8; // hex digits that people read

  private SnapshotRow() {}

  static Map<String, Object> forPrograms(Generation one) {
    Map<String, Object> row = new LinkedHashMap<>(one.state().facts());
    row.put("generation", one.number());
    row.put("file", one.file());
    row.put("bytes", one.size());
    row.put("digest", one.digest());
    row.put("learner", one.state().kind());
    return row;
  }

  /** When it was saved, to the second. */
  static String saved(Generation one) {
    return fact(one, "saved").replaceFirst("\\.\\d+Z", "Z");
  }

  static String fact(Generation one, String key) {
    return one.state().facts().getOrDefault(key, "");
  }

  static String shortened(String digest) {
    return digest.length() > SHORT ? digest.substring(0, SHORT) : digest;
  }
}
