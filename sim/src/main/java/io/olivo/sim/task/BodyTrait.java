package io.olivo.sim.task;

import io.olivo.learning.Chance;

/** What makes one body differ from another, and how far; every draw can still do its task. */
enum BodyTrait {
  LENGTH("length", 1, .7, 1.5),
  MASS("mass", 1, .7, 1.4),
  GAIN("gain", 1, .7, 1.3),
  GAIN_INVERTED("gain", 1, -1.3, -.7),
  TILT("tilt", 0, -.3, .3);

  private final String parameter;
  private final double usual;
  private final double least;
  private final double most;

  BodyTrait(String parameter, double usual, double least, double most) {
    this.parameter = parameter;
    this.usual = usual;
    this.least = least;
    this.most = most;
  }

  /** Whether a task has such a parameter. */
  boolean isOf(Task task) {
    return task.parameters().contains(parameter);
  }

  /** A body that differs in this. */
  Body draw(Chance chance) {
    return new Body(parameter, chance.uniform(least, most), false);
  }

  /** Makes a task's body usual in this. */
  void putBack(Task task) {
    task.set(parameter, usual);
  }
}
