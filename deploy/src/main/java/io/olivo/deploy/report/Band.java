package io.olivo.deploy.report;

/**
 * A stretch of robot time in which the load is on.
 *
 * @param from when it goes on [s]
 * @param to when it comes off [s]
 */
public record Band(double from, double to) {
  public Band {
    if (!(from <= to)) {
      throw new IllegalArgumentException(
          "a band must end after it begins, got " + from + ".." + to);
    }
  }

  boolean contains(double seconds) {
    return seconds >= from && seconds < to;
  }
}
