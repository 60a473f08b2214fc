package io.olivo.deploy.robot;

import java.util.Collection;
import java.util.Optional;

/** Finds what a person probably meant, by the number of slips of the keyboard. */
final class Nearest {
  private Nearest() {}

  /** The known word with the fewest slips, when it is at most a third of the letters away. */
  static Optional<String> to(String word, Collection<String> known) {
    String best = null;
    int least = Math.max(1, Math.min(word.length(), 64) / 3) + 1;
    for (String candidate : known) {
      int slips =
          Math.abs(word.length() - candidate.length()) < least ? slips(word, candidate) : least;
      if (slips < least) {
        least = slips;
        best = candidate;
      }
    }
    return Optional.ofNullable(best);
  }

  /** " (did you mean 'x'?)", or nothing when no known word is near. */
  static String hint(String word, Collection<String> known) {
    return to(word, known).map(near -> " (did you mean '" + near + "'?)").orElse("");
  }

  /** Inserted, dropped, changed and swapped letters (optimal string alignment). */
  private static int slips(String a, String b) {
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        d[i][j] = i == 0 || j == 0 ? i + j : step(a, b, d, i, j);
      }
    }
    return d[a.length()][b.length()];
  }

  private static int step(String a, String b, int[][] d, int i, int j) {
    boolean same = a.charAt(i - 1) == b.charAt(j - 1);
    int least = Math.min(d[i - 1][j] + 1, d[i][j - 1] + 1);
    least = Math.min(least, d[i - 1][j - 1] + (same ? 0 : 1));
    boolean swapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(least, d[i - 2][j - 2] + 1) : least;
  }
}
