package io.olivo.deploy.device;

import io.olivo.deploy.robot.DeviceSpec;
import io.olivo.sensors.bus.emulated.EmulatedChip;
import io.olivo.sensors.chip.emulated.EmulatedAds1115;
import io.olivo.sensors.chip.emulated.EmulatedAs5600;
import io.olivo.sensors.chip.emulated.EmulatedIna219;
import io.olivo.sensors.chip.emulated.EmulatedMpu6050;
import io.olivo.sensors.chip.emulated.Physical;

/** The emulator of every chip that a robot file may name. */
final class ChipEmulators {
  private ChipEmulators() {}

  static EmulatedChip of(DeviceSpec device, Physical world) {
    return switch (device.chip()) {
      case AS5600 -> new EmulatedAs5600(world);
      case MPU6050 -> new EmulatedMpu6050(world);
      case INA219 -> new EmulatedIna219(world, device.value("shunt"));
      case ADS1115 -> new EmulatedAds1115(world, 0);
      default -> throw new IllegalStateException(device.chip() + " is no sensor");
    };
  }
}
