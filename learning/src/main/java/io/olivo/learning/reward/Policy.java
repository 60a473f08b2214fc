package io.olivo.learning.reward;

import io.olivo.learning.Chance;
import io.olivo.learning.HotPath;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;

/** What preferences mean: how an action comes of them, and what it did beyond their mean. */
@HotPath
sealed interface Policy permits BoundedPolicy, SoftmaxPolicy {
  /** The policy that fits the actions. */
  static Policy of(ActionSpace actions, GranuleConstants constants, Chance chance) {
    return switch (actions) {
      case ActionSpace.Bounded bounded -> new BoundedPolicy(bounded, constants, chance);
      case ActionSpace.Choice choice -> new SoftmaxPolicy(choice, constants, chance);
    };
  }

  /** Number of preferences. */
  int outputs();

  /** Draws an action [action] from preferences [output]. */
  void explore(double[] preference, double[] action);

  /** The best action [action], without a draw. */
  void choose(double[] preference, double[] action);

  /** Fills xi [output]: what the action that was applied did beyond the mean of the last draw. */
  void factor(double[] applied, double[] factor);

  /** Fills u [output], what was done without units: within +-1, or 1 at the choice. */
  void code(double[] applied, double[] u);

  /** Whether something can have been applied. */
  boolean isPossible(double[] applied);

  /** Largest change of a preference within one step. */
  double bound(int output);

  /** How far a preference lies beyond the limits, 0 within. */
  double beyond(int output, double preference);

  /** Explores as at the beginning again. */
  void restart();

  void save(StateWriter out);

  void load(StateReader in);
}
