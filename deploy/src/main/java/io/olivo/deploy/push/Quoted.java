package io.olivo.deploy.push;

import java.util.List;
import java.util.stream.Collectors;

/** Words of a command line for a shell elsewhere, which takes them as they are. */
final class Quoted {
  private Quoted() {}

  /** In single quotes nothing means anything, but for the quote itself. */
  static String word(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }

  static String words(List<String> all) {
    return all.stream().map(Quoted::word).collect(Collectors.joining(" "));
  }
}
