package io.olivo.learning.cerebellum;

import io.olivo.learning.HotPath;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;

/**
 * The least gain: high while the error is slow, so that there is something to learn, and low while
 * it is noise.
 *
 * <pre>
 * s  = EMA_40ms(e)                          per output
 * lo = EMA_.2s(sum s^2),  hi = EMA_2s(sum (e - s)^2)
 * floor = low + (high - low) lo / (lo + c hi)
 * </pre>
 */
@HotPath
final class GainFloor {
  private static final double SLOW_TAU = .2;
  private static final double FAST_TAU = 2;

  private final CerebellarConstants constants;
  private final double dtSeconds;
  private double slowPower; // lo
  private double fastPower; // hi

  GainFloor(CerebellarConfig config) {
    constants = config.constants();
    dtSeconds = config.dtSeconds();
  }

  /**
   * The floor after one more error.
   *
   * @param slow sum of s^2 over the outputs
   * @param fast sum of (e - s)^2 over the outputs
   */
  double next(double slow, double fast) {
    slowPower += dtSeconds / SLOW_TAU * (slow - slowPower);
    fastPower += dtSeconds / FAST_TAU * (fast - fastPower);
    double share = slowPower / (slowPower + constants.floorNoise() * fastPower + 1e-12);
    return constants.floorLow() + (constants.floorHigh() - constants.floorLow()) * share;
  }

  void save(StateWriter out) {
    out.put("floor.slow", slowPower);
    out.put("floor.fast", fastPower);
  }

  void load(StateReader in) {
    slowPower = in.getDouble("floor.slow");
    fastPower = in.getDouble("floor.fast");
  }
}
