package io.olivo.actuators.servo.emulated;

/**
 * What an emulated servo moves, and what it feels of it. Angles are from the middle of its turn.
 */
public interface ServoPlant {
  /**
   * Time passes.
   *
   * @param goal where the servo wants to go [rad]
   * @param effort the most it does, as a share of all that it can; 0 without torque
   * @param seconds how much time
   */
  void pass(double goal, double effort, double seconds);

  /** Angle of the shaft [rad]. */
  double angle();

  /** Its velocity [rad/s]. */
  double velocity();

  /** What the motor does, -1 to 1. */
  double load();

  /** Current through the motor [A]. */
  double current();

  /** Supply [V]. */
  double voltage();

  /** Temperature of the motor [K]. */
  double temperature();
}
