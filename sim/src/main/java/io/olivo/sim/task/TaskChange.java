package io.olivo.sim.task;

/**
 * Something that happens to a task while it is learned.
 *
 * @param step after so many steps; 0 before the first
 * @param parameter of the task
 * @param value that it has from then on
 */
public record TaskChange(long step, String parameter, double value) {
  /** Must not lie before the beginning. */
  public TaskChange {
    if (step < 0) {
      throw new IllegalArgumentException("a change must come after 0 or more steps, got " + step);
    }
  }
}
