package io.olivo.learning.reward;

import io.olivo.learning.Chance;

/** Pendulum-v1 by the equations that Gymnasium publishes; its body may change. */
final class Pendulum extends Task {
  private static final double DT = .05; // s
  private static final double GRAVITY = 10; // m/s^2
  private static final double MOST_SPEED = 8; // rad/s
  private static final double MOST_TORQUE = 2; // N m

  double gain = 1; // of the motor
  double length = 1; // m
  double tilt; // of the ground [rad]
  private final Chance chance;
  private double angle; // from upright [rad]
  private double speed; // rad/s

  Pendulum(long seed) {
    super(3, 200);
    chance = new Chance(seed);
    reset();
  }

  @Override
  ActionSpace actions() {
    return new ActionSpace.Bounded(MOST_TORQUE);
  }

  @Override
  void draw() {
    angle = chance.uniform(-Math.PI, Math.PI);
    speed = chance.uniform(-1, 1);
  }

  @Override
  double move(double[] action) {
    double torque = Math.clamp(action[0], -MOST_TORQUE, MOST_TORQUE);
    double off = Math.IEEEremainder(angle, 2 * Math.PI);
    double cost = off * off + .1 * speed * speed + .001 * torque * torque;
    double pull = 3 * GRAVITY / (2 * length) * Math.sin(angle - tilt);
    double push = 3 / (length * length) * gain * torque;
    speed = Math.clamp(speed + (pull + push) * DT, -MOST_SPEED, MOST_SPEED);
    angle += speed * DT;
    return -cost;
  }

  @Override
  boolean isOver() {
    return false;
  }

  @Override
  void observe() {
    observation[0] = Math.cos(angle);
    observation[1] = Math.sin(angle);
    observation[2] = speed;
  }
}
