package io.olivo.deploy.device;

import io.olivo.deploy.robot.DeviceSpec;
import io.olivo.sensors.bus.BusException;
import io.olivo.sensors.bus.PolledSensor;
import io.olivo.sensors.chip.Ads1115;
import io.olivo.sensors.chip.Ads1115.VoltageRange;
import io.olivo.sensors.chip.As5600;
import io.olivo.sensors.chip.Ina219;
import io.olivo.sensors.chip.Mpu6050;
import io.olivo.sensors.chip.Mpu6050.AccelerationRange;
import io.olivo.sensors.chip.Mpu6050.RateRange;
import java.util.Arrays;
import java.util.Comparator;
import java.util.function.ToDoubleFunction;

/** The driver of every sensor that a robot file may name. */
final class SensorDrivers {
  private final Buses buses;

  SensorDrivers(Buses buses) {
    this.buses = buses;
  }

  static boolean isSensor(DeviceSpec device) {
    return device.pins().isEmpty() && !Outputs.isBoard(device);
  }

  PolledSensor of(DeviceSpec device) throws BusException {
    return switch (device.chip()) {
      case AS5600 -> new As5600(buses.i2c(device.bus()), 0, false);
      case MPU6050 ->
          new Mpu6050(
              buses.i2c(device.bus()),
              device.address(),
              atLeast(device, "acceleration", AccelerationRange.values(), AccelerationRange::most),
              atLeast(device, "rotation", RateRange.values(), RateRange::most));
      case INA219 ->
          new Ina219(
              buses.i2c(device.bus()),
              device.address(),
              device.value("shunt"),
              device.value("current"));
      case ADS1115 ->
          new Ads1115(
              buses.i2c(device.bus()),
              device.address(),
              atLeast(device, "voltage", VoltageRange.values(), VoltageRange::most));
      default -> throw new IllegalStateException(device.chip() + " is no sensor");
    };
  }

  /** The smallest range that measures so much. */
  private static <E> E atLeast(
      DeviceSpec device, String option, E[] ranges, ToDoubleFunction<E> most) {
    double wanted = device.value(option);
    return Arrays.stream(ranges)
        .filter(range -> most.applyAsDouble(range) >= wanted)
        .min(Comparator.comparingDouble(most))
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no range reaches %s; the largest ends at %s"
                        .formatted(
                            wanted,
                            Arrays.stream(ranges).mapToDouble(most).max().orElse(Double.NaN))));
  }
}
