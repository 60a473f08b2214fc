package io.olivo.sim.task;

import io.olivo.learning.Chance;

/** What makes one body differ from another, and how far. */
enum BodyTrait {
  LENGTH("length", 1, .7, 1.5),
  MASS("mass", 1, .7, 1.4),
  /** In every other body it pushes the other way round. */
  GAIN("gain", 1, .7, 1.3) {
    @Override
    double draw(Chance chance) {
      double sign = chance.uniform() < .5 ? -1 : 1;
      return sign * super.draw(chance);
    }
  },
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

  /** The name of a task's parameter. */
  String parameter() {
    return parameter;
  }

  /** What it is when nothing is drawn. */
  double usual() {
    return usual;
  }

  /** Some value. */
  double draw(Chance chance) {
    return chance.uniform(least, most);
  }
}
