package io.olivo.learning.reward;

import io.olivo.learning.Chance;

/** A mass on a plane, pushed along both axes towards a target that is drawn anew every episode. */
final class PointMass extends Task {
  private static final double DT = .1; // s
  private static final double DAMPING = 1; // 1/s

  private final Chance chance;
  private final double[] position = new double[2]; // m
  private final double[] speed = new double[2]; // m/s
  private final double[] target = new double[2]; // m

  PointMass(long seed) {
    super(4, 50);
    chance = new Chance(seed);
    reset();
  }

  @Override
  ActionSpace actions() {
    return new ActionSpace.Bounded(1, 1);
  }

  @Override
  void draw() {
    for (int i = 0; i < 2; i++) {
      position[i] = 0;
      speed[i] = 0;
      target[i] = chance.uniform(-1, 1);
    }
  }

  @Override
  double move(double[] action) {
    for (int i = 0; i < 2; i++) {
      speed[i] += DT * (Math.clamp(action[i], -1, 1) - DAMPING * speed[i]);
      position[i] += DT * speed[i];
    }
    return -Math.hypot(target[0] - position[0], target[1] - position[1]);
  }

  @Override
  boolean isOver() {
    return false;
  }

  /** Speeds first: what the body does depends on them only. */
  @Override
  void observe() {
    for (int i = 0; i < 2; i++) {
      observation[i] = speed[i];
      observation[2 + i] = target[i] - position[i];
    }
  }
}
