package io.olivo.controller.reference;

import io.olivo.learning.HotPath;

/** Flash and Hogan (1985): s^3 (10 - 15 s + 6 s^2), at rest at 0 and at 1. */
@HotPath
final class MinimumJerk {
  private MinimumJerk() {}

  static double at(double share) {
    double s = share < 0 ? 0 : share > 1 ? 1 : share;
    return s * s * s * (10 - 15 * s + 6 * s * s);
  }
}
