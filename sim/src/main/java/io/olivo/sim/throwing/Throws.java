package io.olivo.sim.throwing;

/** What throws at a target are about: how far, and what a miss is worth. */
final class Throws {
  /** Nearest and farthest target [m]. */
  static final double NEAR = 1.6;

  static final double FAR = 2.4;

  /** A hit is as near as this to the target [m]. */
  static final double HIT = .05;

  private static final double WORST = 3; // m

  private Throws() {}

  /** {@return -miss [m], at least -3} */
  static double reward(double distance, double landing) {
    return -Math.min(Math.abs(landing - distance), WORST);
  }
}
