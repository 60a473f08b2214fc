package io.olivo.actuators.servo.emulated;

/**
 * A servo that moves nothing but itself:
 *
 * <pre>
 * dangle/dt = clamp((goal - angle) / tau, most velocity),  load = velocity / most velocity
 * </pre>
 */
public final class FreeServo implements ServoPlant {
  private static final double TAU = .05; // s
  private static final double MOST_VELOCITY = 5; // rad/s
  private static final double STALL_CURRENT = 1.5; // A

  private double angle;
  private double velocity;
  private double temperature = 303.15; // K

  /**
   * @param angle where it stands [rad]
   */
  public FreeServo(double angle) {
    this.angle = angle;
  }

  @Override
  public void pass(double goal, double effort, double seconds) {
    double most = MOST_VELOCITY * effort;
    velocity = Math.clamp((goal - angle) / TAU, -most, most);
    double step = velocity * seconds;
    angle = Math.abs(step) > Math.abs(goal - angle) && effort > 0 ? goal : angle + step;
  }

  @Override
  public double angle() {
    return angle;
  }

  @Override
  public double velocity() {
    return velocity;
  }

  @Override
  public double load() {
    return velocity / MOST_VELOCITY;
  }

  @Override
  public double current() {
    return load() * STALL_CURRENT;
  }

  @Override
  public double voltage() {
    return 7.4;
  }

  @Override
  public double temperature() {
    return temperature;
  }

  /** Makes it so warm from now on [K]. */
  public void heat(double kelvin) {
    temperature = kelvin;
  }
}
