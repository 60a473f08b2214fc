package io.olivo.learning.guard;

/** How long something has been true without a break [s]. */
final class Streak {
  private double seconds;

  void see(boolean isTrue, double dtSeconds) {
    seconds = isTrue ? seconds + dtSeconds : 0;
  }

  double seconds() {
    return seconds;
  }

  void clear() {
    seconds = 0;
  }
}
