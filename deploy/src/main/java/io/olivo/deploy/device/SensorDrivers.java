package io.olivo.deploy.device;

import io.olivo.deploy.robot.DeviceSpec;
import io.olivo.sensors.bus.BusException;
import io.olivo.sensors.bus.I2cBus;
import io.olivo.sensors.bus.PolledSensor;
import io.olivo.sensors.chip.Ads1115;
import io.olivo.sensors.chip.As5047;
import io.olivo.sensors.chip.As5600;
import io.olivo.sensors.chip.Bno055;
import io.olivo.sensors.chip.CounterEncoder;
import io.olivo.sensors.chip.Icm20948;
import io.olivo.sensors.chip.Ina219;
import io.olivo.sensors.chip.Ina226;
import io.olivo.sensors.chip.InvenSense;
import io.olivo.sensors.chip.LineEncoder;
import io.olivo.sensors.chip.Lsm6dsox;
import io.olivo.sensors.chip.Mpu6050;
import java.util.Arrays;
import java.util.Comparator;
import java.util.function.ToDoubleFunction;

/** The driver of every sensor that a robot file may name. */
final class SensorDrivers {
  private static final int SPI_HERTZ = 1_000_000;

  private final Buses buses;

  SensorDrivers(Buses buses) {
    this.buses = buses;
  }

  PolledSensor of(DeviceSpec device) throws BusException {
    return switch (device.chip()) {
      case AS5600 -> new As5600(i2c(device), 0, false);
      case AS5047 ->
          new As5047(
              buses.spi(device.bus(), As5047.SPI_MODE, SPI_HERTZ),
              "as5047 on " + device.bus(),
              0,
              false);
      case COUNTER ->
          new CounterEncoder(device.bus(), buses.counter(device.bus()), steps(device), false);
      case ENCODER ->
          new LineEncoder(
              device.name(),
              buses.input(device.pin("a").orElseThrow()),
              buses.input(device.pin("b").orElseThrow()),
              steps(device));
      case MPU6050 -> mpu6050(device);
      case LSM6DSOX -> lsm6dsox(device);
      case ICM20948 -> icm20948(device);
      case BNO055 -> new Bno055(i2c(device), device.address(), Bno055.Mode.IMU);
      case INA219 ->
          new Ina219(i2c(device), device.address(), device.value("shunt"), device.value("current"));
      case INA226 -> new Ina226(i2c(device), device.address(), device.value("shunt"));
      case ADS1115 ->
          new Ads1115(
              i2c(device),
              device.address(),
              atLeast(device, "voltage", Ads1115.VoltageRange.values(), r -> r.most()));
      case PCA9685, SERVO, TB6612, L298N, DRV8833, STS3215, XL330_M288, XL330_M077, XL430_W250 ->
          throw new IllegalStateException(device.chip() + " is no sensor");
    };
  }

  private Mpu6050 mpu6050(DeviceSpec device) throws BusException {
    return new Mpu6050(
        i2c(device),
        device.address(),
        atLeast(device, "acceleration", InvenSense.AccelerationRange.values(), r -> r.most()),
        atLeast(device, "rotation", InvenSense.RateRange.values(), r -> r.most()));
  }

  private Lsm6dsox lsm6dsox(DeviceSpec device) throws BusException {
    return new Lsm6dsox(
        i2c(device),
        device.address(),
        atLeast(device, "acceleration", Lsm6dsox.AccelerationRange.values(), r -> r.most()),
        atLeast(device, "rotation", Lsm6dsox.RateRange.values(), r -> r.most()));
  }

  private Icm20948 icm20948(DeviceSpec device) throws BusException {
    return new Icm20948(
        i2c(device),
        device.address(),
        atLeast(device, "acceleration", InvenSense.AccelerationRange.values(), r -> r.most()),
        atLeast(device, "rotation", InvenSense.RateRange.values(), r -> r.most()));
  }

  private I2cBus i2c(DeviceSpec device) throws BusException {
    return buses.i2c(device.bus());
  }

  private static int steps(DeviceSpec device) {
    return (int) Math.rint(device.value("steps"));
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
                    "%s: no range reaches %s; the largest ends at %s"
                        .formatted(
                            option,
                            wanted,
                            Arrays.stream(ranges).mapToDouble(most).max().orElse(Double.NaN))));
  }
}
