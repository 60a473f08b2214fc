package io.olivo.sensors.chip;

import io.olivo.sensors.chip.emulated.Physical;
import java.util.SplittableRandom;

/** A world that stands as it was put. */
final class World implements Physical {
  double angle;
  final double[] acceleration = new double[3];
  final double[] rate = new double[3];
  final double[] orientation = {1, 0, 0, 0};
  final double[] field = new double[3];
  double distance = Double.POSITIVE_INFINITY;
  double temperature = 298.15;
  final double[] voltage = new double[4];
  double current;

  /** Some orientation or other. */
  void turn(SplittableRandom chance) {
    double square = 0;
    for (int i = 0; i < 4; i++) {
      orientation[i] = chance.nextDouble(-1, 1);
      square += orientation[i] * orientation[i];
    }
    for (int i = 0; i < 4; i++) {
      orientation[i] /= Math.sqrt(square);
    }
  }

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
  public double orientation(int part) {
    return orientation[part];
  }

  @Override
  public double field(int axis) {
    return field[axis];
  }

  @Override
  public double distance() {
    return distance;
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
