package io.olivo.sim.task;

import io.olivo.learning.reward.GranuleConfig;
import io.olivo.learning.reward.GranuleConstants;
import io.olivo.learning.reward.ModelUse;

/** How the granule actor-critic is set for each task; frozen before any report. */
final class RewardSettings {
  private static final ModelUse OF_THE_ARM = new ModelUse(false, 0, 1, 2, 3, 4, 5);

  private RewardSettings() {}

  static GranuleConfig of(Task task) {
    return switch (task.name()) {
      case "CartPole-v1", "Pendulum-v1", "Acrobot-v1" -> plain(task, GranuleConstants.U99);
      case "Reacher2" -> plain(task, GranuleConstants.R).withModel(OF_THE_ARM);
      case "Reacher2-body" -> plain(task, GranuleConstants.E);
      default -> plain(task, GranuleConstants.U98);
    };
  }

  static GranuleConfig plain(Task task, GranuleConstants constants) {
    return GranuleConfig.of(task.observations().size(), task.actions(), constants);
  }
}
