package io.olivo.deploy.device;

import io.olivo.actuators.chip.emulated.EmulatedOutput;
import io.olivo.actuators.chip.emulated.EmulatedPca9685;
import io.olivo.deploy.robot.BusKind;
import io.olivo.deploy.robot.DeviceSpec;
import io.olivo.sensors.bus.DigitalLine;
import io.olivo.sensors.bus.PwmNanos;
import io.olivo.sensors.bus.emulated.EmulatedI2cBus;
import io.olivo.sensors.bus.emulated.Mishaps;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;

/** Buses of no board: on them are emulated chips, each of which feels a world of its own. */
public final class EmulatedBuses implements Buses {
  private static final double I2C_HERTZ = 400e3;

  private final long seed;
  private final Map<String, EmulatedI2cBus> i2c = new LinkedHashMap<>();
  private final Map<String, EmulatedOutput> outputs = new LinkedHashMap<>();
  private final Map<String, EmulatedPca9685> boards = new LinkedHashMap<>(); // by device
  private final Map<String, DeviceWorld> worlds = new LinkedHashMap<>(); // by device

  /**
   * @param devices of the robot
   * @param seed of what goes wrong on a bus
   */
  public EmulatedBuses(List<DeviceSpec> devices, long seed) {
    this.seed = seed;
    for (DeviceSpec device : devices) {
      if (device.chip().bus() == BusKind.I2C) {
        connect(device);
      }
    }
  }

  private void connect(DeviceSpec device) {
    EmulatedI2cBus bus = i2c(device.bus());
    if (Outputs.isBoard(device)) {
      EmulatedPca9685 board = new EmulatedPca9685();
      boards.put(device.name(), board);
      bus.with(device.address(), board);
    } else {
      bus.with(device.address(), ChipEmulators.of(device, world(device.name())));
    }
  }

  @Override
  public EmulatedI2cBus i2c(String name) {
    return i2c.computeIfAbsent(name, any -> new EmulatedI2cBus(I2C_HERTZ, seed + i2c.size()));
  }

  @Override
  public DigitalLine output(String name) {
    return own(name);
  }

  @Override
  public PwmNanos pulses(String name) {
    return own(name);
  }

  private EmulatedOutput own(String name) {
    return outputs.computeIfAbsent(name, any -> new EmulatedOutput());
  }

  /** What a device feels. */
  DeviceWorld world(String device) {
    return worlds.computeIfAbsent(device, any -> new DeviceWorld());
  }

  /** For which share of the time a pin is high. */
  DoubleSupplier pin(String name) {
    int dot = name.indexOf('.');
    EmulatedPca9685 board = dot < 0 ? null : boards.get(name.substring(0, dot));
    if (board == null) {
      return own(name);
    }
    int output = Integer.parseInt(name.substring(dot + 1));
    return () -> board.duty(output);
  }

  /** How long the pulses at a pin are that a servo hangs on [ns]. */
  LongSupplier pulseNanos(String name) {
    int dot = name.indexOf('.');
    EmulatedPca9685 board = dot < 0 ? null : boards.get(name.substring(0, dot));
    if (board == null) {
      EmulatedOutput output = own(name);
      return () -> Math.round(output.getAsDouble() * MotorDrivers.SERVO_PERIOD_NANOS);
    }
    int output = Integer.parseInt(name.substring(dot + 1));
    return () -> board.highNanos(output);
  }

  /** What goes wrong on every bus from now on. */
  public void goWrong(Mishaps mishaps) {
    i2c.values().forEach(bus -> bus.goWrong(mishaps));
  }

  /** How long real buses would have been busy so far, by name [s]. */
  public Map<String, Double> busySeconds() {
    Map<String, Double> busy = new LinkedHashMap<>();
    i2c.forEach((name, bus) -> busy.put(name, bus.busySeconds()));
    return busy;
  }

  @Override
  public void close() {}
}
