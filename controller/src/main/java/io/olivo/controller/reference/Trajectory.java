package io.olivo.controller.reference;

/** Joint positions over time. */
public interface Trajectory {
  /** Number of joints. */
  int joints();

  /**
   * Positions at a time.
   *
   * @param seconds since the trajectory began, never negative
   * @param position filled [joint], SI
   */
  void at(double seconds, double[] position);
}
