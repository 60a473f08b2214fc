package io.olivo.learning.reward;

import io.olivo.learning.HotPath;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;

/**
 * How far the learner looks ahead, set by how far terminal states lie apart.
 *
 * <pre>
 * L     = L + max(.1, 1 / n) (steps from terminal state n - 1 to n - L)
 * l     = max(L, steps since the last terminal state);   0 before the first
 * gamma = 1 - 1 / clip(l, 50, 100)
 * </pre>
 *
 * <p>A terminal state is something to be reached, or to be kept away from: one must see as far as
 * it lies. A time limit is none. Where there is no terminal state, rewards themselves say where to
 * go, and looking no further than 50 steps is learned sooner. Units: L, l steps, gamma 1. Source:
 * ours. François-Lavet, Fonteneau and Ernst (2015), arXiv 1512.02011, let gamma grow by a schedule;
 * here it follows what the task does.
 */
@HotPath
final class Horizon {
  private static final double NEAREST = 50; // steps
  private static final double FARTHEST = 100; // steps
  private static final double RATE = .1;

  private double apart; // L
  private long terminals; // n
  private long since; // steps

  /** One more step is over. */
  void step(boolean terminal) {
    since++;
    if (terminal) {
      terminals++;
      apart += Math.max(RATE, 1.0 / terminals) * (since - apart);
      since = 0;
    }
  }

  /** gamma */
  double discount() {
    double ahead = terminals == 0 ? 0 : Math.max(apart, (double) since);
    return 1 - 1 / Math.clamp(ahead, NEAREST, FARTHEST);
  }

  void save(StateWriter out) {
    out.put("horizon.apart", apart);
    out.put("horizon.terminals", terminals);
    out.put("horizon.since", since);
  }

  void load(StateReader in) {
    apart = in.getDouble("horizon.apart");
    terminals = in.getLong("horizon.terminals");
    since = in.getLong("horizon.since");
  }
}
