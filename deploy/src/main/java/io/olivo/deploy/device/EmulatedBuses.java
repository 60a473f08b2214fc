package io.olivo.deploy.device;

import io.olivo.actuators.chip.emulated.EmulatedOutput;
import io.olivo.actuators.chip.emulated.EmulatedPca9685;
import io.olivo.actuators.servo.emulated.EmulatedDynamixelLine;
import io.olivo.actuators.servo.emulated.EmulatedDynamixelX;
import io.olivo.actuators.servo.emulated.EmulatedFeetechLine;
import io.olivo.actuators.servo.emulated.EmulatedServoLine;
import io.olivo.actuators.servo.emulated.EmulatedSts3215;
import io.olivo.deploy.robot.BusKind;
import io.olivo.deploy.robot.ChipKind;
import io.olivo.deploy.robot.DeviceSpec;
import io.olivo.sensors.bus.Counter;
import io.olivo.sensors.bus.DigitalLine;
import io.olivo.sensors.bus.PwmNanos;
import io.olivo.sensors.bus.SpiBus;
import io.olivo.sensors.bus.emulated.EmulatedChip;
import io.olivo.sensors.bus.emulated.EmulatedCounter;
import io.olivo.sensors.bus.emulated.EmulatedI2cBus;
import io.olivo.sensors.bus.emulated.EmulatedLine;
import io.olivo.sensors.bus.emulated.EmulatedSpiBus;
import io.olivo.sensors.bus.emulated.Mishaps;
import io.olivo.sensors.chip.emulated.EmulatedAk09916;
import io.olivo.sensors.chip.emulated.EmulatedAs5047;
import io.olivo.sensors.chip.emulated.EmulatedEncoder;
import io.olivo.sensors.chip.emulated.EmulatedIcm20948;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;

/** Buses of no board: on them are emulated chips, each of which feels a world of its own. */
public final class EmulatedBuses implements Buses {
  private static final double I2C_HERTZ = 400e3;
  private static final long COUNTER_CEILING = 0xffff; // as of a timer with 16 bits

  private final long seed;
  private final Map<String, EmulatedI2cBus> i2c = new LinkedHashMap<>();
  private final Map<String, EmulatedSpiBus> spi = new LinkedHashMap<>();
  private final Map<String, EmulatedCounter> counters = new LinkedHashMap<>();
  private final Map<String, EmulatedLine> inputs = new LinkedHashMap<>();
  private final Map<String, EmulatedOutput> outputs = new LinkedHashMap<>();
  private final Map<String, EmulatedServoLine> lines = new LinkedHashMap<>();
  private final Map<String, PlantServo> servos = new LinkedHashMap<>(); // by device
  private final Map<String, EmulatedPca9685> boards = new LinkedHashMap<>(); // by device
  private final Map<String, DeviceWorld> worlds = new LinkedHashMap<>(); // by device

  /**
   * @param devices of the robot
   * @param seed of what goes wrong on a bus
   */
  public EmulatedBuses(List<DeviceSpec> devices, long seed) {
    this.seed = seed;
    devices.forEach(this::connect);
  }

  private void connect(DeviceSpec device) {
    DeviceWorld world = world(device.name());
    switch (device.chip()) {
      case PCA9685 -> board(device);
      case AS5047 -> spi.put(device.bus(), new EmulatedSpiBus(new EmulatedAs5047(world), seed));
      case COUNTER -> counter(device, world);
      case ENCODER -> encoder(device, world);
      case STS3215, XL330_M288, XL330_M077, XL430_W250 -> servo(device, world);
      default -> {
        if (device.chip().bus() == BusKind.I2C) {
          chip(device, ChipEmulators.of(device, world, seed));
        }
      }
    }
  }

  private void board(DeviceSpec device) {
    EmulatedPca9685 board = new EmulatedPca9685();
    boards.put(device.name(), board);
    chip(device, board);
  }

  private void chip(DeviceSpec device, EmulatedChip chip) {
    EmulatedI2cBus bus = i2c(device.bus()).with(device.address(), chip);
    if (chip instanceof EmulatedIcm20948 icm) {
      bus.with(EmulatedAk09916.ADDRESS, icm.magnetometer());
    }
  }

  private void counter(DeviceSpec device, DeviceWorld world) {
    EmulatedEncoder encoder = new EmulatedEncoder(world, steps(device));
    counters.put(device.bus(), new EmulatedCounter(encoder::edges, COUNTER_CEILING, seed));
  }

  private void encoder(DeviceSpec device, DeviceWorld world) {
    EmulatedEncoder encoder = new EmulatedEncoder(world, steps(device));
    inputs.put(device.pin("a").orElseThrow(), EmulatedLine.input(encoder::a, seed));
    inputs.put(device.pin("b").orElseThrow(), EmulatedLine.input(encoder::b, seed));
  }

  private void servo(DeviceSpec device, DeviceWorld world) {
    PlantServo servo = new PlantServo(world);
    servos.put(device.name(), servo);
    int id = (int) Math.rint(device.value("id"));
    int baud = (int) Math.rint(device.value("baud"));
    boolean feetech = device.chip() == ChipKind.STS3215;
    lines
        .computeIfAbsent(
            device.bus(),
            any ->
                feetech
                    ? new EmulatedFeetechLine(baud, seed)
                    : new EmulatedDynamixelLine(baud, seed))
        .with(
            feetech
                ? new EmulatedSts3215(id, servo)
                : new EmulatedDynamixelX(id, ServoPart.model(device.chip()).number(), servo));
  }

  private static int steps(DeviceSpec device) {
    return (int) Math.rint(device.value("steps"));
  }

  @Override
  public EmulatedI2cBus i2c(String name) {
    return i2c.computeIfAbsent(name, any -> new EmulatedI2cBus(I2C_HERTZ, seed + i2c.size()));
  }

  @Override
  public SpiBus spi(String name, int mode, int hertz) {
    return present(spi, name);
  }

  @Override
  public Counter counter(String name) {
    return present(counters, name);
  }

  @Override
  public ServoLine servos(String name, int baud, byte[] torqueOff) {
    return new ServoLine(present(lines, name), () -> true);
  }

  @Override
  public DigitalLine input(String name) {
    return present(inputs, name);
  }

  private static <T> T present(Map<String, T> all, String name) {
    T found = all.get(name);
    if (found == null) {
      throw new IllegalArgumentException("nothing is emulated on " + name);
    }
    return found;
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

  /** Where a bus servo wants to go [rad]. */
  DoubleSupplier goal(String device) {
    return present(servos, device)::goal;
  }

  /** Time goes on, where somebody counts it. */
  void pass(long nowNanos) {
    for (EmulatedServoLine line : lines.values()) {
      line.pass(Math.max(0, nowNanos - line.nowNanos()));
    }
  }

  /** What goes wrong from now on, on every bus and line but those of servos. */
  public void goWrong(Mishaps mishaps) {
    i2c.values().forEach(bus -> bus.goWrong(mishaps));
    spi.values().forEach(bus -> bus.goWrong(mishaps));
    counters.values().forEach(counter -> counter.goWrong(mishaps));
    inputs.values().forEach(line -> line.goWrong(mishaps));
  }

  /** How long real buses would have been busy so far, by name [s]. */
  public Map<String, Double> busySeconds() {
    Map<String, Double> busy = new LinkedHashMap<>();
    i2c.forEach((name, bus) -> busy.put(name, bus.busySeconds()));
    lines.forEach((name, line) -> busy.put(name, line.busySeconds()));
    return busy;
  }

  @Override
  public void close() {}
}
