package io.olivo.learning.cerebellum;

import io.olivo.learning.HotPath;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;

/**
 * Whether this is a plant never met: the live weights' error has been far above the usual for
 * longer than a passing disturbance lasts.
 *
 * <pre>
 * C  = EMA_150ms(|s|^2)                               power of the live weights' slow error
 * n0 = C at 12 s, then EMA_5s(C) while C &lt; 2.5 n0      usual power
 * n0 counts as at least (noveltyLeast u_max)^2: what is learned so well that its error is nothing
 *      to the motor would take every rare motion for another plant
 * new: C &gt; spawnFactor n0 for noveltySeconds + noveltyLags L dt
 * </pre>
 */
@HotPath
final class Novelty {
  private static final double UNKNOWN = 1e9;
  private static final double KNOWN_AFTER_SECONDS = 12;

  private final CerebellarConstants constants;
  private final double dtSeconds;
  private final double least; // usual power that counts
  private double power; // C
  private double usual = UNKNOWN; // n0
  private double lasting; // how long C has been above [s]

  Novelty(CerebellarConfig config) {
    constants = config.constants();
    dtSeconds = config.dtSeconds();
    least = constants.noveltyLeast() * constants.noveltyLeast() * power(config.outputLimits());
  }

  private static double power(double[] limits) {
    double sum = 0;
    for (double limit : limits) {
      sum += limit * limit;
    }
    return sum;
  }

  void follow(double slowPower) {
    power += dtSeconds / .15 * (slowPower - power);
  }

  /** Another readout is live now, with this error. */
  void restart(double slowPower) {
    power = slowPower;
    lasting = 0;
  }

  /** Counts how long nothing has fitted; whether that is long enough. */
  boolean lasts(int lag) {
    lasting = isAbove(constants.spawnFactor()) ? lasting + dtSeconds : 0;
    return lasting > constants.noveltySeconds() + constants.noveltyLags() * lag * dtSeconds;
  }

  /** Whether C is above a multiple of the usual power. */
  boolean isAbove(double factor) {
    return power > factor * usual();
  }

  void learnUsual(double seconds) {
    if (usual == UNKNOWN) {
      usual = seconds > KNOWN_AFTER_SECONDS ? power : UNKNOWN;
    } else if (!isAbove(2.5)) {
      usual += dtSeconds / 5 * (power - usual);
    }
  }

  /** n0, or the least that counts. */
  double usual() {
    return Math.max(usual, least);
  }

  /** C over n0; 0 while n0 is unknown. */
  double surprise() {
    return usual == UNKNOWN ? 0 : power / (usual + 1e-12);
  }

  void save(StateWriter out) {
    double[] powers = out.room("bank.novelty", 3);
    powers[0] = power;
    powers[1] = usual;
    powers[2] = lasting;
  }

  void load(StateReader in) {
    power = in.get("bank.novelty", 3, 0);
    usual = in.get("bank.novelty", 3, 1);
    lasting = in.get("bank.novelty", 3, 2);
  }

  /** With this usual power and nothing else known. */
  void beginAt(double usualPower) {
    power = 0;
    usual = usualPower;
    lasting = 0;
  }
}
