package io.olivo.learning.cerebellum;

import io.olivo.learning.HotPath;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;

/**
 * Opens when the error is far above what it used to be: then plain normalised LMS, which spreads a
 * change over all features at once, helps the least squares that trust their past.
 *
 * <pre>
 * E = EMA_100ms(sum s^2),  S = EMA(E; 3 s if E &lt;= 4 S else 30 s)
 * gate = clip((E/S - 3)/9, 0, 1),  0 in the first 5 s
 * </pre>
 */
@HotPath
final class SurpriseGate {
  private static final double SETTLING_SECONDS = 2;
  private static final double CLOSED_SECONDS = 5;

  private final double dtSeconds;
  private double now; // E
  private double usual; // S

  SurpriseGate(double dtSeconds) {
    this.dtSeconds = dtSeconds;
  }

  /**
   * How far the gate is open, 0 to 1.
   *
   * @param slow sum of s^2 over the outputs, s as in {@link GainFloor}
   * @param seconds since the learner began
   */
  double next(double slow, double seconds) {
    now += dtSeconds / .1 * (slow - now);
    if (seconds < SETTLING_SECONDS) {
      usual = now + 1e-3;
    }
    double ratio = now / (usual + 1e-9);
    usual += dtSeconds / (ratio > 4 ? 30 : 3) * (now - usual);
    double open = (ratio - 3) / 9;
    return seconds < CLOSED_SECONDS || open < 0 ? 0 : open > 1 ? 1 : open;
  }

  /** What surprised is known after all. */
  void calm() {
    now = usual;
  }

  void save(StateWriter out) {
    out.put("surprise.now", now);
    out.put("surprise.usual", usual);
  }

  void load(StateReader in) {
    now = in.getDouble("surprise.now");
    usual = in.getDouble("surprise.usual");
  }
}
