package io.olivo.deploy.board;

import io.olivo.deploy.device.PlantOnBuses;
import io.olivo.deploy.robot.RobotSpec;
import io.olivo.sensors.bus.BusException;
import io.olivo.sensors.bus.emulated.EmulatedI2cBus;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A plant that moves by the wall clock, so many times slower than it would. A transfer meets it
 * where it is at that moment.
 */
final class SlowPlant {
  private static final byte[] NOTHING = {};

  private final PlantOnBuses plant;
  private final List<String> names; // of the buses, by number
  private final double slowed;
  private final long[] transfers; // by bus
  private long lastNanos = System.nanoTime();

  /**
   * @param robot with devices, and a plant in {@code sim}
   * @param slowed how many seconds of the wall are one of the plant
   */
  SlowPlant(RobotSpec robot, double slowed) {
    plant = new PlantOnBuses(robot);
    names =
        robot.hardware().devices().stream()
            .map(device -> device.bus())
            .filter(name -> name.startsWith("i2c-"))
            .distinct()
            .sorted()
            .toList();
    this.slowed = slowed;
    transfers = new long[names.size()];
  }

  synchronized void write(int bus, int address, byte[] bytes) throws BusException {
    begin(bus).write(address, bytes, bytes.length);
  }

  synchronized void read(int bus, int address, byte[] bytes) throws BusException {
    begin(bus).writeRead(address, NOTHING, 0, bytes, bytes.length);
  }

  private EmulatedI2cBus begin(int bus) {
    pass();
    transfers[bus]++;
    return plant.bus(names.get(bus));
  }

  private void pass() {
    long now = System.nanoTime();
    plant.pass((now - lastNanos) * 1e-9 / slowed);
    lastNanos = now;
  }

  /** A line for each value: its name, then the value. */
  synchronized String state() {
    pass();
    String counted = "transfers " + Arrays.stream(transfers).sum() + "\n";
    return plant.state().entrySet().stream()
        .map(one -> String.format(Locale.ROOT, "%s %.6f%n", one.getKey(), one.getValue()))
        .collect(Collectors.joining("", counted, ""));
  }
}
