package io.olivo.learning.reward;

import io.olivo.learning.Teaching.Ending;
import io.olivo.learning.snapshot.Stateful;

/**
 * Learns from a scalar what to do: once per step {@link #act}, then {@link #learn} from what was
 * really done and what came of it. An episode opens with {@link #begin}.
 *
 * <p>A time limit is not a terminal state: the value of what would have followed counts. Nothing on
 * a step allocates.
 */
public interface RewardLearner extends Stateful {
  /** What it may do. */
  ActionSpace actions();

  /**
   * An episode begins; traces and whatever spans steps begin anew.
   *
   * @param observation first observation [input], SI
   */
  void begin(double[] observation);

  /**
   * Chooses and explores; while frozen it chooses as {@link #actGreedily} does.
   *
   * @param observation present observation [input], SI
   * @param action filled [action]
   */
  void act(double[] observation, double[] action);

  /**
   * Chooses what it deploys: no exploration, and nothing that it knows or draws changes.
   *
   * @param observation any observation [input], SI
   * @param action filled [action]
   */
  void actGreedily(double[] observation, double[] action);

  /**
   * Learns from one step. A reward or an observation that is not finite is refused and counted, and
   * the traces begin anew; the run goes on.
   *
   * @param applied what was done [action], after whatever clipped it
   * @param reward of this step
   * @param next the observation that followed [input], SI
   * @param ending whether the episode ended with it, and how
   */
  void learn(double[] applied, double reward, double[] next, Ending ending);

  /**
   * It is another body from now on, such as a real one after simulated ones: who can, learns
   * quicker for a while.
   */
  default void moved() {}

  /** While frozen it explores nothing and changes nothing that it knows. */
  void freeze(boolean frozen);

  /** {@return how many steps were refused since the start} */
  long refused();
}
