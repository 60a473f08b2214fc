package io.olivo.learning.reward.peer;

import io.olivo.learning.Chance;
import io.olivo.learning.HotPath;
import io.olivo.learning.Teaching.Ending;
import io.olivo.learning.reward.ActionSpace;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;

/**
 * A linear policy, y = W x, that is tried for whole episodes with other weights and changed by
 * their undiscounted returns. Actions follow from y without noise. An episode with a step that was
 * refused is tried again, and so is one that never ended.
 *
 * <p>Shapes: x n, W [output][n].
 */
@HotPath
abstract class EpisodeSearch extends ScaledLearner {
  private final Decision decision;
  private final double[] y;
  private final double[] tried; // weights of this episode
  private double total;
  private boolean spoiled;

  /** W, which it deploys. */
  final double[] w;

  EpisodeSearch(int inputs, int constants, ActionSpace actions, Chance chance) {
    super(inputs, constants, actions, chance);
    decision = new Decision(actions, 0);
    y = new double[Decision.outputs(actions)];
    w = new double[y.length * (inputs + constants)];
    tried = new double[w.length];
  }

  /** Fills the weights of the next episode. */
  abstract void perturb(double[] weights);

  /** Learns from the return of an episode with them. */
  abstract void judge(double episodeReturn);

  @Override
  final void restart() {
    total = 0;
    spoiled = false;
    perturb(tried);
  }

  @Override
  final void spoil() {
    spoiled = true;
  }

  @Override
  final void choose(double[] scaled, double[] action) {
    LinearMap.apply(tried, scaled, y);
    decision.greedily(y, action);
  }

  @Override
  final void deploy(double[] scaled, double[] action) {
    LinearMap.apply(w, scaled, y);
    decision.greedily(y, action);
  }

  @Override
  final boolean take(double[] from, double[] applied, double reward, double[] next, Ending ending) {
    total += reward;
    if (!Double.isFinite(total)) {
      return false;
    }
    if (ending != Ending.NONE && !spoiled) {
      judge(total);
    }
    return true;
  }

  /** Normal numbers. */
  final void draw(double[] direction) {
    for (int i = 0; i < direction.length; i++) {
      direction[i] = chance.normal();
    }
  }

  /** weights = W + scale direction. */
  final void along(double scale, double[] direction, double[] weights) {
    for (int i = 0; i < weights.length; i++) {
      weights[i] = w[i] + scale * direction[i];
    }
  }

  @Override
  public void save(StateWriter out) {
    super.save(out);
    out.put("search.w", w);
    out.put("search.tried", tried);
    out.put("search.total", total);
    out.put("search.spoiled", spoiled ? 1L : 0L);
  }

  @Override
  public void load(StateReader in) {
    super.load(in);
    in.get("search.w", w);
    in.get("search.tried", tried);
    total = in.getDouble("search.total");
    spoiled = in.getLong("search.spoiled") == 1;
  }
}
