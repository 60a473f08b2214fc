package io.olivo.learning.cerebellum;

import io.olivo.learning.HotPath;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;
import java.util.Arrays;

/**
 * Evidence that another remembered plant is the one that is driven now, summed up as it comes: a
 * cumulative sum that never falls below zero notices a change with the least delay.
 *
 * <pre>
 * rival   = (|s_m|^2 - 3 |s_c|^2) / n0 - 4            c predicts far better than m, the slot in use
 * healthy = (3 (|s|^2 + 2 n0) - |s_c|^2) / n0         and not much worse than the live weights
 * E_c     = clip(E_c + dt min(rival, healthy), 0, 4 enough)
 * </pre>
 *
 * <p>Remembered readouts are compared with each other, because they stand still. The live weights
 * would be no measure: within 50 ms they fit anything, but only here. Source: Page (1954),
 * Biometrika 41:100.
 */
@HotPath
final class Evidence {
  private static final double ODDS = 3;
  private static final double DRIFT = 4;
  private static final double NOISE = 2; // of n0, that a healthy slot may have
  private static final double MOST = 4; // of what is enough
  private static final double TINY = 1e-12;

  private final double enough; // s
  private final double dtSeconds;
  private final double[] sum; // E [slot]

  Evidence(CerebellarConfig config) {
    enough = config.constants().evidence();
    dtSeconds = config.dtSeconds();
    sum = new double[config.constants().slots()];
  }

  /**
   * Weighs one more sample.
   *
   * @param errors of all slots
   * @param count of slots
   * @param inUse the slot in use
   * @param live |s|^2 of the live weights
   * @param usual n0
   */
  void weigh(SlotErrors errors, int count, int inUse, double live, double usual) {
    double inverse = 1 / (usual + TINY);
    double used = errors.power(inUse);
    double tolerated = ODDS * (live + NOISE * usual);
    for (int c = 0; c < count; c++) {
      double power = errors.power(c);
      double rival = (used - ODDS * power) * inverse - DRIFT;
      double healthy = (tolerated - power) * inverse;
      double more = sum[c] + dtSeconds * (rival < healthy ? rival : healthy);
      sum[c] = c == inUse || more < 0 ? 0 : Math.min(more, MOST * enough);
    }
  }

  /** The best slot that the evidence is enough for; the one in use when there is none. */
  int convinced(SlotErrors errors, int count, int inUse) {
    int best = inUse;
    for (int c = 0; c < count; c++) {
      boolean better = best == inUse || errors.power(c) < errors.power(best);
      best = sum[c] > enough && better ? c : best;
    }
    return best;
  }

  /** The slots have changed: nothing is known any more. */
  void forget() {
    Arrays.fill(sum, 0);
  }

  void save(StateWriter out) {
    out.put("bank.evidence", sum);
  }

  void load(StateReader in) {
    if (in.has("bank.evidence")) { // older files begin without
      in.get("bank.evidence", sum);
    }
  }
}
