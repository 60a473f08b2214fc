package io.olivo.deploy.device;

import io.olivo.actuators.ActuatorIo;
import io.olivo.deploy.robot.DeviceSpec;
import io.olivo.deploy.robot.RobotFileException;
import io.olivo.deploy.robot.RobotSpec;
import io.olivo.sensors.Channel;
import io.olivo.sensors.SensorIo;
import io.olivo.sensors.bus.Bus;
import io.olivo.sensors.bus.BusException;
import io.olivo.sensors.bus.BusPoller;
import io.olivo.sensors.bus.BusTask;
import io.olivo.sensors.bus.Tolerance;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/** The parts that a robot is built of, each with its driver, a thread for each of their buses. */
public final class Devices implements AutoCloseable {
  private final SensorIo sensors;
  private final ActuatorIo actuators;
  private final List<BusPoller> pollers = new ArrayList<>();
  private final Map<String, BusTask> byDevice = new LinkedHashMap<>();

  /**
   * Opens all buses; nothing is asked yet.
   *
   * @param robot with its devices
   * @param command the actuators in its order
   * @param buses where they are; closed by whoever opened them
   * @param clock of the loop [ns]
   * @throws RobotFileException when a channel has no device, or one that can't be it
   * @throws BusException when there is no such bus, or it may not be used
   */
  public Devices(RobotSpec robot, List<Channel> command, Buses buses, LongSupplier clock)
      throws BusException {
    Connections connections = new Connections(robot);
    ServoPart servos = new ServoPart(robot, connections, buses, clock);
    SensorPart measuring = new SensorPart(robot, connections, buses, servos.readings());
    MotorPart moving = new MotorPart(robot, command, connections, buses, servos.places());
    connections.throwIfAny();
    sensors = measuring.io();
    actuators = moving.io();
    byDevice.putAll(measuring.polls());
    byDevice.putAll(moving.drives());
    servos.places().forEach((device, place) -> byDevice.put(device, place.drive()));
    tasks(robot, servos, measuring, moving)
        .forEach((bus, tasks) -> pollers.add(poller(bus, tasks, clock)));
  }

  /** Motors first: a command waits for nobody. */
  private static Map<String, List<BusTask>> tasks(
      RobotSpec robot, ServoPart servos, SensorPart measuring, MotorPart moving) {
    Map<String, List<BusTask>> tasks = new LinkedHashMap<>();
    servos.drives().forEach((line, drive) -> tasks.put(line, new ArrayList<>(List.of(drive))));
    moving.drivesByBus().forEach((bus, drives) -> tasks.put(bus, new ArrayList<>(drives)));
    for (DeviceSpec device : robot.hardware().devices()) {
      BusTask poll = measuring.polls().get(device.name());
      if (poll != null) {
        String bus = device.bus().isEmpty() ? Outputs.OWN : device.bus();
        tasks.computeIfAbsent(bus, any -> new ArrayList<>()).add(poll);
      }
    }
    return tasks;
  }

  private static BusPoller poller(String bus, List<BusTask> tasks, LongSupplier clock) {
    return new BusPoller(bus, new Bus() {}, tasks, Tolerance.STANDARD, clock);
  }

  /** The task of a device; of a motor, that of its board. */
  public BusTask task(String device) {
    BusTask task = byDevice.get(device);
    if (task == null) {
      throw new IllegalArgumentException("there is no device " + device);
    }
    return task;
  }

  /** The loop's end of the sensors. */
  public SensorIo sensors() {
    return sensors;
  }

  /** The loop's end of the motors. */
  public ActuatorIo actuators() {
    return actuators;
  }

  /** One per bus; a simulation polls them itself. */
  public List<BusPoller> pollers() {
    return pollers;
  }

  /** From now on every bus has a thread. */
  public void start() {
    start(1);
  }

  /**
   * From now on every bus has a thread.
   *
   * @param slowed how many seconds of the wall are one of the clock
   */
  public void start(double slowed) {
    pollers.forEach(poller -> poller.start(slowed));
  }

  /** Lets go of all motors and ends the threads. */
  @Override
  public void close() {
    pollers.forEach(BusPoller::close);
  }
}
