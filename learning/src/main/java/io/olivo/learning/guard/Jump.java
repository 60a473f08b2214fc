package io.olivo.learning.guard;

import io.olivo.learning.HotPath;

/**
 * Sees a learner part from its generation at once, as when its weights were overwritten: learning
 * parts slowly.
 *
 * <pre>
 * d = (u - u_generation) / limit             difference                 [1]
 * c = |d(t) - d(t-1)|^2                      its change
 * V = V + rate (min(c, most V) - V)          usual change
 * jump: c > factor^2 max(V, least^2)
 * </pre>
 */
@HotPath
final class Jump {
  private static final double FACTOR = 10;
  private static final double MOST = 25; // one jump must not make the next one usual
  private static final double LEAST = .002; // of the limit, in one tick
  private static final double USUAL_SECONDS = 1;

  private final double[] limit;
  private final double rate;
  private final double[] before; // d(t-1) [output]
  private double usual;
  private boolean primed;

  Jump(double[] limit, double dtSeconds) {
    this.limit = limit;
    rate = dtSeconds / (USUAL_SECONDS + dtSeconds);
    before = new double[limit.length];
  }

  /** One tick; whether the difference jumped. */
  boolean sees(double[] acting, double[] generation) {
    double change = 0;
    for (int j = 0; j < limit.length; j++) {
      double now = Math.clamp((acting[j] - generation[j]) / limit[j], -2, 2);
      change += (now - before[j]) * (now - before[j]);
      before[j] = now;
    }
    boolean jumped = primed && change > FACTOR * FACTOR * Math.max(usual, LEAST * LEAST);
    if (primed) {
      usual += rate * (Math.min(change, MOST * Math.max(usual, LEAST * LEAST)) - usual);
    }
    primed = true;
    return jumped;
  }

  /** The next tick begins anew; what is usual stays. */
  void interrupt() {
    primed = false;
  }
}
