package io.olivo.sim.throwing;

/** Throws at a distance, and learns from how that went. */
interface Thrower {
  /**
   * Gets ready for the first throw.
   *
   * @return how many ticks that took
   */
  default long prepare() {
    return 0;
  }

  /**
   * Throws once.
   *
   * @param distance where the ball shall come down [m]
   * @param exploring whether it tries, and learns from its reward; else it does its best
   * @return where it came down [m]
   */
  double at(double distance, boolean exploring);
}
