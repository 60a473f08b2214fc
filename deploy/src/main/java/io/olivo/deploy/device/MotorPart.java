package io.olivo.deploy.device;

import io.olivo.actuators.bus.Drive;
import io.olivo.actuators.bus.DrivenActuators;
import io.olivo.actuators.bus.DrivenActuators.Target;
import io.olivo.actuators.chip.Motor;
import io.olivo.actuators.chip.Motors;
import io.olivo.deploy.robot.ChipKind;
import io.olivo.deploy.robot.Connection;
import io.olivo.deploy.robot.DeviceSpec;
import io.olivo.deploy.robot.RobotSpec;
import io.olivo.sensors.Channel;
import io.olivo.sensors.bus.BusException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The motors of a robot, all of a board in one turn of its bus, and the channels that drive them.
 */
final class MotorPart {
  private final RobotSpec robot;
  private final Connections connections;
  private final Outputs outputs;
  private final MotorDrivers drivers;
  private final Map<String, DeviceSpec> boards = new LinkedHashMap<>(); // by device
  private final Map<String, List<DeviceSpec>> onBoard = new LinkedHashMap<>();
  private final Map<String, Motor> motors = new LinkedHashMap<>(); // by device
  private final Map<String, Place> places = new LinkedHashMap<>(); // by device
  private final Map<String, Drive> drives = new LinkedHashMap<>(); // by board
  private final List<Target> targets = new ArrayList<>();

  /**
   * @param robot with its devices
   * @param channels of the command, in its order
   * @param connections to complain to
   * @param buses where they are
   * @param others where bus servos are told
   */
  MotorPart(
      RobotSpec robot,
      List<Channel> channels,
      Connections connections,
      Buses buses,
      Map<String, Place> others)
      throws BusException {
    this.robot = robot;
    this.connections = connections;
    outputs = new Outputs(buses);
    drivers = new MotorDrivers(outputs);
    for (DeviceSpec device : robot.hardware().devices()) {
      if (device.chip().role() == ChipKind.Role.BOARD) {
        boards.put(device.name(), device);
        connections.attempt(device, () -> outputs.addBoard(device));
      }
    }
    for (DeviceSpec device : robot.hardware().devices()) {
      if (device.chip().role() == ChipKind.Role.MOTOR) {
        connections.attempt(device, () -> add(device));
      }
    }
    onBoard.forEach(this::drive);
    places.putAll(others);
    for (Channel channel : channels) {
      connect(channel);
    }
  }

  private void add(DeviceSpec device) throws BusException {
    String board = outputs.boardOf(device);
    motors.put(device.name(), drivers.of(device));
    onBoard.computeIfAbsent(board, any -> new ArrayList<>()).add(device);
  }

  private void drive(String board, List<DeviceSpec> devices) {
    List<Motor> all = devices.stream().map(device -> motors.get(device.name())).toList();
    DeviceSpec spec = boards.get(board);
    double hertz = spec == null ? robot.loop().rateHertz() : spec.rateHertz();
    Drive drive =
        new Drive(
            new Motors(outputs.board(board), all),
            hertz,
            robot.failsafes().config().deadmanSeconds());
    drives.put(board, drive);
    for (int i = 0; i < devices.size(); i++) {
      places.put(devices.get(i).name(), new Place(drive, i));
    }
  }

  private void connect(Channel channel) throws BusException {
    Connection to = connections.of("actuators", channel.name(), "\"to: left_motor\"");
    if (to == null) {
      return;
    }
    String key = "actuators." + channel.name() + ".to";
    Place place = places.get(to.device());
    if (place == null || !to.part().isEmpty()) {
      connections.wrong(key, "\"%s\" drives nothing".formatted(written(to)));
      return;
    }
    connections.attempt(
        key,
        () ->
            targets.add(new Target(channel, place.drive(), place.input(), to.scale(), to.zero())));
  }

  private static String written(Connection to) {
    return to.part().isEmpty() ? to.device() : to.device() + "." + to.part();
  }

  /** By motor and by board. */
  Map<String, Drive> drives() {
    Map<String, Drive> all = new LinkedHashMap<>(drives);
    places.forEach((device, place) -> all.put(device, place.drive()));
    return all;
  }

  /** By the name of their bus; "gpio" for the computer's own outputs. */
  Map<String, List<Drive>> drivesByBus() {
    Map<String, List<Drive>> byBus = new LinkedHashMap<>();
    drives.forEach(
        (board, drive) -> byBus.computeIfAbsent(bus(board), any -> new ArrayList<>()).add(drive));
    return byBus;
  }

  private String bus(String board) {
    DeviceSpec spec = boards.get(board);
    return spec == null ? Outputs.OWN : spec.bus();
  }

  /** The loop's end. */
  DrivenActuators io() {
    return new DrivenActuators(targets);
  }
}
