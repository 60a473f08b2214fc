package io.olivo.deploy.doctor;

import io.olivo.deploy.device.Buses;
import io.olivo.deploy.device.Devices;
import io.olivo.deploy.robot.DeviceSpec;
import io.olivo.deploy.robot.RobotSpec;
import io.olivo.sensors.Channel;
import io.olivo.sensors.SampleFrame;
import io.olivo.sensors.bus.BusException;
import io.olivo.sensors.bus.BusPoller;
import io.olivo.sensors.bus.BusTask;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.LongSupplier;

/** Asks every device of a robot for a while: who answers, how often, how old values are. */
public final class DeviceChecks {
  private static final double CROWDED = .8; // share of a bus's time

  private final RobotSpec robot;
  private final double seconds;

  /**
   * @param robot with devices
   * @param seconds how long they are asked
   */
  public DeviceChecks(RobotSpec robot, double seconds) {
    this.robot = robot;
    this.seconds = seconds;
  }

  /**
   * Asks them; motors are let go and not driven.
   *
   * @param command the actuators in the order of the command
   * @param buses where they are; closed afterwards
   */
  public List<Check> of(List<Channel> command, Buses buses) throws InterruptedException {
    try (buses) {
      List<Check> all = asked(command, buses);
      all.addAll(new BusScan(robot.hardware().devices()).of(buses));
      return all;
    } catch (BusException e) {
      return List.of(
          Check.fail(
              "devices",
              String.valueOf(e.getMessage()),
              "this is for the computer of the robot; elsewhere ask emulated ones by --emulated"));
    }
  }

  private List<Check> asked(List<Channel> command, Buses buses)
      throws BusException, InterruptedException {
    long began = System.nanoTime();
    try (Devices devices = new Devices(robot, command, buses, () -> System.nanoTime() - began)) {
      devices.start();
      Thread.sleep(Math.round(seconds * 1e3));
      return findings(devices, () -> System.nanoTime() - began);
    }
  }

  private List<Check> findings(Devices devices, LongSupplier clock) {
    List<Check> all = new ArrayList<>();
    robot.hardware().devices().forEach(device -> all.add(of(device, devices.task(device.name()))));
    all.addAll(channels(devices, clock));
    devices.pollers().forEach(bus -> all.add(of(bus)));
    return all;
  }

  private Check of(DeviceSpec device, BusTask task) {
    String who = "%s, %s".formatted(device.name(), task.device().name());
    String complaint = task.complaint();
    if (task.begun() == 0) {
      return Check.fail(
          "device",
          "%s: %s".formatted(who, complaint == null ? "did not get ready" : complaint),
          "check its wires, supply and address");
    }
    double rate = task.transfers() / seconds;
    String what = "%s: %.0f times a second, %d failures".formatted(who, rate, task.failures());
    return task.failures() * 10 > task.transfers()
        ? Check.warn("device", what + ", last: " + complaint, "shorten its wires, or slow its bus")
        : Check.ok("device", what);
  }

  private List<Check> channels(Devices devices, LongSupplier clock) {
    SampleFrame frame = new SampleFrame(devices.sensors().channels());
    devices.sensors().read(frame, clock.getAsLong());
    long nowNanos = clock.getAsLong();
    List<Check> all = new ArrayList<>();
    for (int i = 0; i < robot.sensors().size(); i++) {
      all.add(channel(frame, i, nowNanos));
    }
    return all;
  }

  private Check channel(SampleFrame frame, int index, long nowNanos) {
    Channel channel = frame.channel(index);
    if (frame.stampNanos(index) == SampleFrame.NEVER) {
      return Check.fail("channel", channel.name() + " was never read", "see its device above");
    }
    double age = (nowNanos - frame.stampNanos(index)) * 1e-9;
    String what =
        String.format(
            Locale.ROOT,
            "%s is %.4g %s, %.1f ms old",
            channel.name(),
            frame.value(index),
            channel.unit().symbol(),
            age * 1e3);
    if (!frame.valid(index)) {
      return Check.warn(
          "channel", what + ", outside its range", "correct its range, its scale or its zero");
    }
    return age > robot.loop().staleAfterSeconds()
        ? Check.warn("channel", what, "the loop calls that lost; ask its device more often")
        : Check.ok("channel", what);
  }

  private static Check of(BusPoller bus) {
    double load = bus.load();
    String what =
        String.format(Locale.ROOT, "%s is busy %.0f %% of the time", bus.name(), load * 100);
    return load > CROWDED
        ? Check.warn("bus", what, "make it faster, or give its devices a lower rate")
        : Check.ok("bus", what);
  }
}
