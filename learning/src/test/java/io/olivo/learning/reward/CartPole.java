package io.olivo.learning.reward;

import io.olivo.learning.Chance;

/** CartPole-v1 by the equations that Gymnasium publishes. */
final class CartPole extends Task {
  private static final double DT = .02; // s
  private static final double GRAVITY = 9.8; // m/s^2
  private static final double POLE = .1; // kg
  private static final double CART_AND_POLE = 1.1; // kg
  private static final double HALF_LENGTH = .5; // m
  private static final double FORCE = 10; // N
  private static final double MOST_POSITION = 2.4; // m
  private static final double MOST_ANGLE = 12 * 2 * Math.PI / 360; // rad

  private final Chance chance;
  private final double[] state = new double[4]; // m, m/s, rad, rad/s

  CartPole(long seed) {
    super(4, 500);
    chance = new Chance(seed);
    reset();
  }

  @Override
  ActionSpace actions() {
    return new ActionSpace.Choice(2);
  }

  @Override
  void draw() {
    for (int i = 0; i < state.length; i++) {
      state[i] = chance.uniform(-.05, .05);
    }
  }

  @Override
  double move(double[] action) {
    double force = action[0] == 1 ? FORCE : -FORCE;
    double sine = Math.sin(state[2]);
    double cosine = Math.cos(state[2]);
    double swing = POLE * HALF_LENGTH * state[3] * state[3] * sine;
    double push = (force + swing) / CART_AND_POLE;
    double inertia = HALF_LENGTH * (4.0 / 3 - POLE * cosine * cosine / CART_AND_POLE);
    double turn = (GRAVITY * sine - cosine * push) / inertia;
    double acceleration = push - POLE * HALF_LENGTH * turn * cosine / CART_AND_POLE;
    state[0] += DT * state[1];
    state[1] += DT * acceleration;
    state[2] += DT * state[3];
    state[3] += DT * turn;
    return 1;
  }

  @Override
  boolean isOver() {
    return Math.abs(state[0]) > MOST_POSITION || Math.abs(state[2]) > MOST_ANGLE;
  }

  @Override
  void observe() {
    System.arraycopy(state, 0, observation, 0, state.length);
  }
}
