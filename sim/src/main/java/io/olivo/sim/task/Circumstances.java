package io.olivo.sim.task;

import io.olivo.learning.Chance;
import java.util.List;

/**
 * What makes a task harder than it is written.
 *
 * @param late steps after which actions take effect
 * @param noise standard deviation of what is added to every observed number
 * @param changes of its parameters, in any order
 */
public record Circumstances(int late, double noise, List<TaskChange> changes) {
  /** The task as it is written. */
  public static final Circumstances NONE = new Circumstances(0, 0, List.of());

  /** Checks the numbers. */
  public Circumstances {
    changes = List.copyOf(changes);
    if (late < 0 || !(noise >= 0)) {
      throw new IllegalArgumentException(
          "lateness and noise must be 0 or more, got %d and %s".formatted(late, noise));
    }
  }

  /** A new task under them. */
  Task task(String name, Chance chance) {
    Task task = Tasks.named(name);
    task = late > 0 ? new LateTask(task, late) : task;
    return noise > 0 ? new NoisyTask(task, noise, chance) : task;
  }

  /** Makes the changes that are due after so many steps. */
  void apply(long step, Task one, Task other) {
    for (TaskChange change : changes) {
      if (change.step() == step) {
        one.set(change.parameter(), change.value());
        other.set(change.parameter(), change.value());
      }
    }
  }
}
