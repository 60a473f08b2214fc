package io.olivo.learning.credit;

import io.olivo.learning.HotPath;
import io.olivo.learning.net.Kernels;
import io.olivo.learning.net.Mat;

/**
 * Keeps a matrix inside a bound without looking at it on every step: what it can have reached at
 * most grows by the largest possible change, and only when that passes the bound are the elements
 * looked at.
 */
@HotPath
final class Reach {
  private final Kernels kernels;
  private final double bound;
  private double most = Double.POSITIVE_INFINITY; // unknown

  Reach(Kernels kernels, double bound) {
    this.kernels = kernels;
    this.bound = bound;
  }

  /** The elements were changed by somebody else. */
  void forget() {
    most = Double.POSITIVE_INFINITY;
  }

  /** No element was changed by more than this. */
  void grow(double change, Mat mat) {
    most += change;
    if (!(most <= bound)) {
      kernels.bound(mat, bound);
      most = kernels.largest(mat);
    }
  }
}
