package io.olivo.learning.cerebellum;

import io.olivo.learning.Chance;
import io.olivo.learning.HotPath;
import io.olivo.learning.Rows;

/**
 * Brings the error to the plasticity: on every tick or, as complex spikes do, at random events that
 * are rarer than the error is told.
 *
 * <pre>
 * p_j  = rate dt (.1 + .9 min(1, |e_j| / s_j))      chance of an event, each output for itself
 * e'_j = e_j                                        continuous: always;  graded: at an event
 * e'_j = s_j sign(e_j)                              all-or-none: at an event
 * </pre>
 *
 * <p>s_j is 5 % of the output's limit [actuator unit]. Without an event on any output there is
 * nothing to learn. Events are Poisson's, thinned by the error; a tenth of the rate is spontaneous.
 * Source: Yang and Lisberger (2014), Nature 510:529, for graded events; Marr (1969) and Albus
 * (1971) took them for all-or-none.
 */
@HotPath
final class ClimbingFibre {
  private static final double SHARE_OF_LIMIT = .05;
  private static final double SPONTANEOUS = .1;

  private final ClimbingFibreMode mode;
  private final double perTick; // rate dt
  private final double[] unit; // s [output]
  private final double[] carried; // e' [output]
  private final Chance chance; // saved by its owner

  ClimbingFibre(CerebellarConfig config, Chance chance) {
    mode = config.climbingFibre();
    perTick = config.climbingFibreHertz() * config.dtSeconds();
    this.chance = chance;
    unit = new double[config.outputLimits().length];
    carried = new double[unit.length];
    for (int j = 0; j < unit.length; j++) {
      unit[j] = SHARE_OF_LIMIT * config.outputLimits()[j];
    }
  }

  /** Whether anything of this tick's errors arrives on any output. */
  boolean fires(double[] error) {
    if (mode == ClimbingFibreMode.CONTINUOUS) {
      Rows.copy(error, carried);
      return true;
    }
    boolean any = false;
    for (int j = 0; j < unit.length; j++) {
      double size = Math.abs(error[j]) / unit[j];
      double share = SPONTANEOUS + (1 - SPONTANEOUS) * (size < 1 ? size : 1);
      boolean event = chance.uniform() < perTick * share;
      carried[j] = event ? load(error[j], unit[j]) : 0;
      any |= event;
    }
    return any;
  }

  private double load(double error, double size) {
    if (mode == ClimbingFibreMode.GRADED) {
      return error;
    }
    return error > 0 ? size : error < 0 ? -size : 0;
  }

  /** e' of one output [actuator unit]. */
  double carried(int output) {
    return carried[output];
  }
}
