package io.olivo.sim.task;

import io.olivo.learning.reward.ActionSpace;
import io.olivo.learning.reward.GranuleConfig;
import io.olivo.learning.reward.GranuleConstants;
import io.olivo.learning.reward.ModelUse;
import java.util.stream.IntStream;

/** How the granule actor-critic is set for each task; frozen before any report. */
final class RewardSettings {
  private static final int[] OF_THE_ARM = {0, 1, 2, 3, 4, 5};

  private RewardSettings() {}

  static GranuleConfig of(Task task) {
    return switch (task.name()) {
      case "CartPole-v1", "Acrobot-v1" -> plain(task, GranuleConstants.CHOICES);
      case "Pendulum-v1" -> plain(task, GranuleConstants.U99);
      case "Reacher2" -> plain(task, GranuleConstants.R).withModel(new ModelUse(false, OF_THE_ARM));
      case "Reacher2-body" -> plain(task, GranuleConstants.E);
      default -> plain(task, GranuleConstants.U98);
    };
  }

  /** With a model whose command goes through where it is measured to help; none for choices. */
  static GranuleConfig gated(Task task) {
    int[] seen =
        task.name().equals("Reacher2")
            ? OF_THE_ARM
            : IntStream.range(0, task.observations().size()).toArray();
    return task.actions() instanceof ActionSpace.Bounded
        ? of(task).withModel(new ModelUse(true, seen))
        : of(task);
  }

  /** The same for every task: what differs between tasks the learner sets by itself. */
  static GranuleConfig one(Task task) {
    GranuleConfig plain =
        plain(task, GranuleConstants.U98.fitting(task.actions())).withOwnHorizon();
    return task.actions() instanceof ActionSpace.Bounded
        ? plain.withModel(ModelUse.selecting(plain.inputs()))
        : plain;
  }

  static GranuleConfig plain(Task task, GranuleConstants constants) {
    return GranuleConfig.of(task.observations().size(), task.actions(), constants);
  }
}
