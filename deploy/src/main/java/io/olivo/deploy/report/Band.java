package io.olivo.deploy.report;

/**
 * A stretch of robot time in which the robot is another, mostly because a load is on.
 *
 * @param from when it goes on [s]
 * @param to when it comes off [s]
 * @param label as it is written over it
 */
public record Band(double from, double to, String label) {
  /** A stretch in which the load is on. */
  public Band(double from, double to) {
    this(from, to, "load on");
  }

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
