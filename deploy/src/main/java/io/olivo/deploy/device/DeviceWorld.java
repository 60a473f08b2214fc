package io.olivo.deploy.device;

import io.olivo.sensors.chip.emulated.Physical;
import java.util.HashMap;
import java.util.Map;

/** What one emulated chip feels: the values of the channels that are connected to it. */
final class DeviceWorld implements Physical {
  private static final String[] ACCELERATION = {
    "acceleration.x", "acceleration.y", "acceleration.z"
  };
  private static final String[] RATE = {"rate.x", "rate.y", "rate.z"};
  private static final String[] ORIENTATION = {
    "orientation.w", "orientation.x", "orientation.y", "orientation.z"
  };
  private static final String[] FIELD = {"field.x", "field.y", "field.z"};
  private static final String[] VOLTAGE = {"a0", "a1", "a2", "a3"};

  private final Map<String, double[]> parts = new HashMap<>();

  /** Where the value of a part is kept, in the chip's own count. */
  double[] part(String name) {
    return parts.computeIfAbsent(name, any -> new double[1]);
  }

  /** Of a part, a chip's only one need not be named; else how it is without a channel. */
  double value(String name, double otherwise) {
    double[] part = parts.getOrDefault(name, parts.get(""));
    return part == null ? otherwise : part[0];
  }

  @Override
  public double angle() {
    return value("angle", Physical.super.angle());
  }

  @Override
  public double acceleration(int axis) {
    return value(ACCELERATION[axis], Physical.super.acceleration(axis));
  }

  @Override
  public double rate(int axis) {
    return value(RATE[axis], Physical.super.rate(axis));
  }

  @Override
  public double orientation(int part) {
    return value(ORIENTATION[part], Physical.super.orientation(part));
  }

  @Override
  public double field(int axis) {
    return value(FIELD[axis], Physical.super.field(axis));
  }

  @Override
  public double temperature() {
    return value("temperature", Physical.super.temperature());
  }

  @Override
  public double voltage(int input) {
    return value("voltage", value(VOLTAGE[input], Physical.super.voltage(input)));
  }

  @Override
  public double distance() {
    return value("distance", Physical.super.distance());
  }

  @Override
  public double current() {
    return value("current", Physical.super.current());
  }
}
