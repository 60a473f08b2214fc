package io.olivo.sensors.chip;

import io.olivo.sensors.chip.emulated.Physical;

/** A world that stands as it was put. */
final class World implements Physical {
  double angle;
  final double[] acceleration = new double[3];
  final double[] rate = new double[3];
  final double[] field = new double[3];
  double temperature = 298.15;
  final double[] voltage = new double[4];
  double current;

  @Override
  public double angle() {
    return angle;
  }

  @Override
  public double acceleration(int axis) {
    return acceleration[axis];
  }

  @Override
  public double rate(int axis) {
    return rate[axis];
  }

  @Override
  public double field(int axis) {
    return field[axis];
  }

  @Override
  public double temperature() {
    return temperature;
  }

  @Override
  public double voltage(int input) {
    return voltage[input];
  }

  @Override
  public double current() {
    return current;
  }
}
