package io.olivo.sim.task;

/**
 * A body: usual, but for one parameter of its task.
 *
 * @param parameter of the task
 * @param value of it
 * @param returning whether it is one of those that come again and again
 */
public record Body(String parameter, double value, boolean returning) {
  /** Gives it to a task. */
  void wear(Task task) {
    for (BodyTrait trait : BodyTrait.values()) {
      if (trait.isOf(task)) {
        trait.putBack(task);
      }
    }
    task.set(parameter, value);
  }
}
