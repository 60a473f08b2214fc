package io.olivo.deploy.device;

import io.olivo.deploy.robot.DeviceSpec;
import io.olivo.sensors.bus.emulated.EmulatedChip;
import io.olivo.sensors.chip.emulated.EmulatedAds1115;
import io.olivo.sensors.chip.emulated.EmulatedAs5600;
import io.olivo.sensors.chip.emulated.EmulatedBno055;
import io.olivo.sensors.chip.emulated.EmulatedIcm20948;
import io.olivo.sensors.chip.emulated.EmulatedIna219;
import io.olivo.sensors.chip.emulated.EmulatedIna226;
import io.olivo.sensors.chip.emulated.EmulatedLsm6dsox;
import io.olivo.sensors.chip.emulated.EmulatedMpu6050;
import io.olivo.sensors.chip.emulated.Physical;

/** The emulator of every sensor on I2C that a robot file may name. */
final class ChipEmulators {
  private ChipEmulators() {}

  static EmulatedChip of(DeviceSpec device, Physical world, long seed) {
    return switch (device.chip()) {
      case AS5600 -> new EmulatedAs5600(world);
      case MPU6050 -> new EmulatedMpu6050(world);
      case LSM6DSOX -> new EmulatedLsm6dsox(world);
      case ICM20948 -> new EmulatedIcm20948(world);
      case BNO055 -> new EmulatedBno055(world, seed);
      case INA219 -> new EmulatedIna219(world, device.value("shunt"));
      case INA226 -> new EmulatedIna226(world, device.value("shunt"), 0);
      case ADS1115 -> new EmulatedAds1115(world, 0);
      case AS5047,
          COUNTER,
          ENCODER,
          PCA9685,
          SERVO,
          TB6612,
          L298N,
          DRV8833,
          STS3215,
          XL330_M288,
          XL330_M077,
          XL430_W250 ->
          throw new IllegalStateException(device.chip() + " is no sensor on I2C");
    };
  }
}
