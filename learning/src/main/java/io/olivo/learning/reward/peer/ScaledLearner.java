package io.olivo.learning.reward.peer;

import io.olivo.learning.Chance;
import io.olivo.learning.HotPath;
import io.olivo.learning.Rows;
import io.olivo.learning.Teaching.Ending;
import io.olivo.learning.reward.ActionSpace;
import io.olivo.learning.reward.RewardLearner;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;

/**
 * What the learners here have in common: inputs that are scaled, steps that are checked, and a
 * frozen state in which nothing changes.
 */
@HotPath
abstract class ScaledLearner implements RewardLearner {
  private final ActionSpace actions;
  private final InputScale scale;
  private final double[] x; // of the step that is being taken
  private final double[] ahead; // of what followed
  private final double[] asked; // of whoever asks
  private boolean frozen;
  private long refused;

  /** Of whatever it draws. */
  final Chance chance;

  /**
   * @param inputs numbers that are observed
   * @param constants ones that are added behind them, 0 or 1
   */
  ScaledLearner(int inputs, int constants, ActionSpace actions, Chance chance) {
    this.actions = actions;
    this.chance = chance;
    scale = new InputScale(inputs);
    x = withConstants(inputs, constants);
    ahead = withConstants(inputs, constants);
    asked = withConstants(inputs, constants);
  }

  private static double[] withConstants(int inputs, int constants) {
    double[] values = new double[inputs + constants];
    for (int i = inputs; i < values.length; i++) {
      values[i] = 1;
    }
    return values;
  }

  /** An episode begins. */
  abstract void restart();

  /** A step of this episode was refused; usually the rest of it counts as an episode. */
  void spoil() {
    restart();
  }

  /** Chooses and explores. */
  abstract void choose(double[] scaled, double[] action);

  /** Chooses what it deploys, changing nothing that matters. */
  abstract void deploy(double[] scaled, double[] action);

  /**
   * Learns from one step.
   *
   * @param from scaled inputs that the action was chosen by
   * @param next scaled inputs that followed
   * @return false when a number in it was none, so that the step is refused
   */
  abstract boolean take(
      double[] from, double[] applied, double reward, double[] next, Ending ending);

  /** Its scales, for whoever wants them to stand still for a while. */
  final InputScale scale() {
    return scale;
  }

  @Override
  public final ActionSpace actions() {
    return actions;
  }

  @Override
  public final void begin(double[] observation) {
    if (frozen) {
      return;
    }
    restart();
    if (Rows.areFinite(observation)) {
      scale.observe(observation);
    }
  }

  @Override
  public final void act(double[] observation, double[] action) {
    if (frozen) {
      actGreedily(observation, action);
      return;
    }
    scale.scale(observation, x);
    choose(x, action);
  }

  @Override
  public final void actGreedily(double[] observation, double[] action) {
    scale.scale(observation, asked);
    deploy(asked, action);
  }

  @Override
  public final void learn(double[] applied, double reward, double[] next, Ending ending) {
    if (frozen) {
      return;
    }
    if (!isSound(applied, reward, next)) {
      refuse();
      return;
    }
    scale.observe(next);
    scale.scale(next, ahead);
    if (!take(x, applied, reward, ahead, ending)) {
      refuse();
    }
  }

  private boolean isSound(double[] applied, double reward, double[] next) {
    return Double.isFinite(reward)
        && Rows.areFinite(next)
        && Rows.areFinite(applied)
        && Rows.areFinite(x);
  }

  private void refuse() {
    refused++;
    spoil();
  }

  @Override
  public final void freeze(boolean newFrozen) {
    frozen = newFrozen;
  }

  @Override
  public final long refused() {
    return refused;
  }

  @Override
  public void save(StateWriter out) {
    chance.save(out, "peer.chance");
    scale.save(out);
    out.put("peer.x", x);
    out.put("peer.frozen", frozen ? 1L : 0L);
    out.put("peer.refused", refused);
  }

  @Override
  public void load(StateReader in) {
    chance.load(in, "peer.chance");
    scale.load(in);
    in.get("peer.x", x);
    frozen = in.getLong("peer.frozen") == 1;
    refused = in.getLong("peer.refused");
  }
}
