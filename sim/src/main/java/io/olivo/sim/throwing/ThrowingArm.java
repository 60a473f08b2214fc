package io.olivo.sim.throwing;

import io.olivo.actuators.safety.ActuatorLimits;
import io.olivo.actuators.safety.SafetyEnvelope;
import io.olivo.controller.feedback.PdFeedback;
import io.olivo.learning.Chance;
import io.olivo.learning.HotPath;
import io.olivo.learning.Learner;
import io.olivo.learning.Teaching;
import io.olivo.sensors.filter.Derivative;
import io.olivo.sim.plant.Arm2;
import java.util.Arrays;
import java.util.List;

/**
 * The arm {@code arm2} of the robot file, with its encoders, feedback and envelope, throws a ball.
 * It stands at home before every throw; the hand lets go some ticks later than it is told.
 *
 * <p>State of a tick: both angles, a tick old and in steps of an encoder, and their filtered
 * derivatives [rad, rad/s]. One tick is 2 ms.
 */
@HotPath
final class ThrowingArm {
  /** A tick [s]. */
  static final double DT = .002;

  /** When the hand is told to let go. */
  static final int RELEASE_TICK = 165;

  /** Largest torques [joint] N m. */
  static final double[] LARGEST_TORQUE = {30, 15};

  private static final int LATE = 5; // ticks until the hand has let go
  private static final int JOINTS = 2;
  private static final double STEP = 2 * Math.PI / 8192; // of an encoder [rad]
  private static final double TAU = .002444; // of the derivatives [s], 65.11 Hz
  private static final int POSITION_AGE = 1; // ticks
  private static final int VELOCITY_AGE = 3; // ticks, filter included

  private final Arm2 plant = new Arm2();
  private final Ball ball;
  private final Hand hand = new Hand();
  private final PdFeedback feedback =
      new PdFeedback(
          new int[] {0, 1},
          new int[] {2, 3},
          new double[] {60, 30},
          new double[] {4, 1.5},
          POSITION_AGE,
          VELOCITY_AGE);
  private final SafetyEnvelope envelope =
      new SafetyEnvelope(
          List.of(
              new ActuatorLimits(
                  "shoulder",
                  -LARGEST_TORQUE[0],
                  LARGEST_TORQUE[0],
                  LARGEST_TORQUE[0],
                  20_000,
                  0,
                  .02),
              new ActuatorLimits(
                  "elbow",
                  -LARGEST_TORQUE[1],
                  LARGEST_TORQUE[1],
                  LARGEST_TORQUE[1],
                  10_000,
                  0,
                  .02)));
  private final Derivative[] rate = {new Derivative(TAU, DT), new Derivative(TAU, DT)};
  private final Teaching teaching = new Teaching(JOINTS);
  private final double[] home = Swing.HOME.clone();
  private final double[] truth = new double[JOINTS];
  private final double[] before = new double[JOINTS];
  private final double[] reading = new double[JOINTS]; // of the tick before
  private final double[] state = new double[2 * JOINTS];
  private final double[] effort = new double[JOINTS];
  private final double[] learned = new double[JOINTS];
  private final double[] command = new double[JOINTS];
  private final Chance unused = new Chance(0); // the arm draws nothing
  private double largest; // command, over its limit

  /**
   * @param ball that it throws
   */
  ThrowingArm(Ball ball) {
    this.ball = ball;
  }

  /** Puts it at home, at rest. */
  void goHome() {
    plant.start(home, unused);
    plant.truth(truth);
    for (int i = 0; i < JOINTS; i++) {
      rate[i].reset();
      reading[i] = encoded(i);
    }
    envelope.rest();
    feedback.restart();
    measure();
  }

  /** What hangs on the hand beside the ball [kg]. */
  void load(double mass) {
    plant.set("payload", mass);
  }

  /** Angles and rates as measured [rad, rad/s]. */
  double[] state() {
    return state;
  }

  /** One tick in which feedback and learner follow a path, and the learner learns. */
  void follow(double[] desired, Learner learner) {
    teaching.clear();
    feedback.command(state, desired, effort);
    learner.act(state, desired, learned);
    go();
    feedback.teach(teaching);
    for (int i = 0; i < JOINTS; i++) {
      boolean whole = command[i] == effort[i] + learned[i];
      learned[i] = whole ? learned[i] : command[i] - effort[i];
    }
    learner.learn(teaching, learned);
  }

  /** One tick with these torques [joint] N m. */
  void push(double[] torques) {
    Arrays.fill(effort, 0);
    System.arraycopy(torques, 0, learned, 0, JOINTS);
    go();
  }

  private void go() {
    envelope.clip(effort, learned, command, DT);
    for (int i = 0; i < JOINTS; i++) {
      largest = Math.max(largest, Math.abs(command[i]) / LARGEST_TORQUE[i]);
    }
    plant.step(command, DT);
    System.arraycopy(truth, 0, before, 0, JOINTS);
    plant.truth(truth);
    measure();
  }

  private void measure() {
    for (int i = 0; i < JOINTS; i++) {
      state[i] = reading[i];
      state[JOINTS + i] = rate[i].next(reading[i], 1);
      reading[i] = encoded(i);
    }
  }

  private double encoded(int joint) {
    return Math.floor(truth[joint] / STEP + .5) * STEP;
  }

  /** {@return ticks of a throw, until the ball is in the air} */
  static int ticks() {
    return RELEASE_TICK + LATE;
  }

  /** {@return where the ball comes down that it lets go now [m]} */
  double landing() {
    hand.look(truth[0], truth[1], (truth[0] - before[0]) / DT, (truth[1] - before[1]) / DT);
    return hand.landing(ball);
  }

  /** {@return the largest command so far, over its limit} */
  double largestCommand() {
    return largest;
  }
}
