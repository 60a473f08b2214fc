package io.olivo.sim.task;

import io.olivo.learning.HotPath;
import io.olivo.learning.reward.ActionSpace;

/** What a learner wants, and what is done: within the limits, and never what is no number. */
@HotPath
final class AppliedAction {
  private final ActionSpace space;
  private final double[] wanted;
  private final double[] applied;

  AppliedAction(ActionSpace space) {
    this.space = space;
    wanted = new double[space.size()];
    applied = new double[space.size()];
  }

  /** To be filled by the learner [action]. */
  double[] wanted() {
    return wanted;
  }

  /** What is done of it [action]. */
  double[] applied() {
    for (int i = 0; i < applied.length; i++) {
      applied[i] = Double.isNaN(wanted[i]) ? 0 : within(i);
    }
    return applied;
  }

  private double within(int i) {
    return switch (space) {
      case ActionSpace.Bounded bounded ->
          Math.clamp(wanted[i], -bounded.limit(i), bounded.limit(i));
      case ActionSpace.Choice choice -> Math.clamp(Math.floor(wanted[i]), 0, choice.choices() - 1);
    };
  }
}
