package io.olivo.deploy.doctor;

import io.olivo.deploy.device.Buses;
import io.olivo.deploy.robot.BusKind;
import io.olivo.deploy.robot.ChipKind;
import io.olivo.deploy.robot.DeviceSpec;
import io.olivo.sensors.bus.BusException;
import io.olivo.sensors.bus.I2cBus;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Who else answers on the I2C buses of a robot: a part that the file does not name. */
final class BusScan {
  private static final int LOWEST = 0x08;
  private static final int HIGHEST = 0x77;
  private static final int MAGNETOMETER = 0x0c; // inside of an icm20948

  private final List<DeviceSpec> devices;

  BusScan(List<DeviceSpec> devices) {
    this.devices = devices.stream().filter(device -> device.chip().bus() == BusKind.I2C).toList();
  }

  /** Reads one register of every address that the file does not name. */
  List<Check> of(Buses buses) {
    List<Check> all = new ArrayList<>();
    devices.stream().map(DeviceSpec::bus).distinct().forEach(bus -> all.addAll(of(buses, bus)));
    return all;
  }

  private List<Check> of(Buses buses, String name) {
    try {
      return strangers(buses.i2c(name), name);
    } catch (BusException e) {
      return List.of();
    }
  }

  private List<Check> strangers(I2cBus bus, String name) {
    List<Check> found = new ArrayList<>();
    for (int address = LOWEST; address <= HIGHEST; address++) {
      if (!isNamed(name, address) && answers(bus, address)) {
        found.add(stranger(name, address));
      }
    }
    return found;
  }

  private boolean isNamed(String bus, int address) {
    return devices.stream()
        .filter(device -> device.bus().equals(bus))
        .anyMatch(
            device ->
                device.address() == address
                    || (device.chip() == ChipKind.ICM20948 && address == MAGNETOMETER));
  }

  private static boolean answers(I2cBus bus, int address) {
    try {
      bus.writeRead(address, new byte[1], 1, new byte[1], 1);
      return true;
    } catch (BusException nobody) {
      return false;
    }
  }

  private static Check stranger(String bus, int address) {
    String usual =
        Arrays.stream(ChipKind.values())
            .filter(chip -> chip.bus() == BusKind.I2C && chip.address() == address)
            .map(chip -> chip.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(" or "));
    return Check.warn(
        "bus",
        "%s: somebody answers at 0x%02x whom the robot file does not name%s"
            .formatted(bus, address, usual.isEmpty() ? "" : ", a " + usual + " perhaps"),
        "name it under devices, or take it off");
  }
}
