package io.olivo.sim.task;

import io.olivo.learning.reward.GranuleConstants;

/** Which named constants the granule actor-critic has in which task; frozen before any report. */
final class RewardSettings {
  private RewardSettings() {}

  static GranuleConstants of(Task task) {
    return switch (task) {
      case CartPole _, Pendulum _, Acrobot _ -> GranuleConstants.U99;
      case Reacher2 _ -> GranuleConstants.R;
      default -> GranuleConstants.U98;
    };
  }
}
