package io.olivo.deploy.device;

import io.olivo.actuators.servo.emulated.ServoPlant;

/**
 * A bus servo whose shaft belongs to the plant, which also knows how the servo follows its goal.
 * What no channel measures is as it is at rest.
 */
final class PlantServo implements ServoPlant {
  private static final double SUPPLY_VOLTS = 7.4;
  private static final double ROOM_KELVIN = 298.15;

  private final DeviceWorld world;
  private double goal;

  /**
   * @param world what its channels measure
   */
  PlantServo(DeviceWorld world) {
    this.world = world;
  }

  /** Where it wants to go; without torque where it wanted to go last [rad]. */
  double goal() {
    return goal;
  }

  @Override
  public void pass(double newGoal, double effort, double seconds) {
    goal = effort > 0 ? newGoal : goal;
  }

  @Override
  public double angle() {
    return world.value("position", 0);
  }

  @Override
  public double velocity() {
    return world.value("velocity", 0);
  }

  @Override
  public double load() {
    return world.value("load", 0);
  }

  @Override
  public double current() {
    return world.value("current", 0);
  }

  @Override
  public double voltage() {
    return world.value("voltage", SUPPLY_VOLTS);
  }

  @Override
  public double temperature() {
    return world.value("temperature", ROOM_KELVIN);
  }
}
