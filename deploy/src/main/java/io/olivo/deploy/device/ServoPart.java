package io.olivo.deploy.device;

import io.olivo.actuators.bus.Drive;
import io.olivo.actuators.servo.GentleStart;
import io.olivo.actuators.servo.Servo;
import io.olivo.actuators.servo.ServoChain;
import io.olivo.actuators.servo.ServoModel;
import io.olivo.actuators.servo.ServoTiming;
import io.olivo.deploy.robot.ChipKind;
import io.olivo.deploy.robot.DeviceSpec;
import io.olivo.deploy.robot.RobotSpec;
import io.olivo.sensors.bus.BusException;
import io.olivo.sensors.bus.Readings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/** The bus servos of a robot: all of a line are told and asked in one turn. */
final class ServoPart {
  private static final double FIRST_SPEED = 1; // rad/s, until the first goals are reached
  private static final double PATIENCE_SECONDS = 4e-3; // for an answer, of the computer's making

  private final RobotSpec robot;
  private final Buses buses;
  private final LongSupplier clock;
  private final Map<String, Readings> readings = new LinkedHashMap<>(); // by device
  private final Map<String, Place> places = new LinkedHashMap<>(); // by device
  private final Map<String, Drive> drives = new LinkedHashMap<>(); // by line

  ServoPart(RobotSpec robot, Connections connections, Buses buses, LongSupplier clock)
      throws BusException {
    this.robot = robot;
    this.buses = buses;
    this.clock = clock;
    Map<String, List<DeviceSpec>> lines = new LinkedHashMap<>();
    for (DeviceSpec device : robot.hardware().devices()) {
      if (device.chip().role() == ChipKind.Role.SERVO) {
        lines.computeIfAbsent(device.bus(), any -> new ArrayList<>()).add(device);
      }
    }
    for (var line : lines.entrySet()) {
      connections.attempt(line.getValue().getFirst(), () -> add(line.getKey(), line.getValue()));
    }
  }

  private void add(String line, List<DeviceSpec> devices) throws BusException {
    List<Servo> servos = devices.stream().map(ServoPart::servo).toList();
    int baud = baud(devices);
    double hold = robot.failsafes().config().deadmanSeconds();
    Buses.ServoLine open = buses.servos(line, baud, ServoChain.torqueOff(servos));
    ServoChain chain =
        new ServoChain(
            open.line(),
            servos,
            new ServoTiming(baud, PATIENCE_SECONDS, false),
            hold,
            open.guarded(),
            clock);
    Drive drive = new Drive(new GentleStart(chain, FIRST_SPEED, clock), rate(devices), hold);
    drives.put(line, drive);
    for (int i = 0; i < devices.size(); i++) {
      readings.put(devices.get(i).name(), chain.readings().get(i));
      places.put(devices.get(i).name(), new Place(drive, i));
    }
  }

  private static int baud(List<DeviceSpec> devices) {
    List<Double> all = devices.stream().map(device -> device.value("baud")).distinct().toList();
    if (all.size() > 1) {
      throw new IllegalArgumentException("all servos of a line need the same baud");
    }
    return (int) Math.rint(all.getFirst());
  }

  private static double rate(List<DeviceSpec> devices) {
    return devices.stream().mapToDouble(DeviceSpec::rateHertz).max().orElseThrow();
  }

  private static Servo servo(DeviceSpec device) {
    ServoModel model = model(device.chip());
    return new Servo(
        (int) Math.rint(device.value("id")),
        model,
        model.steps() / 2,
        false,
        device.value("lowest"),
        device.value("highest"),
        device.value("effort"));
  }

  static ServoModel model(ChipKind chip) {
    return switch (chip) {
      case STS3215 -> ServoModel.STS3215;
      case XL330_M288 -> ServoModel.XL330_M288;
      case XL330_M077 -> ServoModel.XL330_M077;
      case XL430_W250 -> ServoModel.XL430_W250;
      default -> throw new IllegalStateException(chip + " is no bus servo");
    };
  }

  /** What each measures, by device. */
  Map<String, Readings> readings() {
    return readings;
  }

  /** Where each is told, by device. */
  Map<String, Place> places() {
    return places;
  }

  /** By line. */
  Map<String, Drive> drives() {
    return drives;
  }
}
