package io.olivo.deploy.watch;

import java.util.Locale;

/** Numbers for people: as many digits as mean something. */
final class Digits {
  private static final double MINUTES = 120; // s, from which on minutes are told

  private Digits() {}

  static String of(double value) {
    if (!Double.isFinite(value)) {
      return "-";
    }
    return value == Math.rint(value) && Math.abs(value) < 1e9
        ? Long.toString((long) value)
        : String.format(Locale.ROOT, "%.4g", value);
  }

  static String seconds(double seconds) {
    if (!Double.isFinite(seconds)) {
      return "never";
    }
    return seconds < MINUTES
        ? String.format(Locale.ROOT, "%.1f s", seconds)
        : Math.round(seconds / 60) + " min";
  }
}
