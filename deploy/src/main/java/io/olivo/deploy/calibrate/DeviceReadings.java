package io.olivo.deploy.calibrate;

import io.olivo.deploy.device.Buses;
import io.olivo.deploy.device.Devices;
import io.olivo.deploy.robot.Connection;
import io.olivo.deploy.robot.HardwareSpec;
import io.olivo.deploy.robot.RobotSpec;
import io.olivo.sensors.Channel;
import io.olivo.sensors.SampleFrame;
import io.olivo.sensors.Unit;
import io.olivo.sensors.bus.BusException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/** From the drivers, each asked at its own rate. Motors are let go and not driven. */
public final class DeviceReadings implements Readings, AutoCloseable {
  private static final long SAMPLE_MILLIS = 2;

  private final Devices devices;
  private final List<Channel> channels;
  private final SampleFrame frame;
  private final double seconds;
  private final long beganNanos = System.nanoTime();

  /**
   * Begins to ask.
   *
   * @param robot whose calibration is left out
   * @param command the actuators in the order of the command
   * @param buses where its devices are
   * @param seconds length of a mean
   * @throws BusException when a bus can't be used
   */
  public DeviceReadings(RobotSpec robot, List<Channel> command, Buses buses, double seconds)
      throws BusException {
    this.seconds = seconds;
    devices = new Devices(plain(robot), command, buses, () -> System.nanoTime() - beganNanos);
    channels = devices.sensors().channels();
    frame = new SampleFrame(channels);
    devices.start();
  }

  /** As the devices count. */
  private static RobotSpec plain(RobotSpec robot) {
    HardwareSpec hardware = robot.hardware();
    Map<String, Connection> connections = new LinkedHashMap<>(hardware.connections());
    connections.replaceAll((channel, c) -> new Connection(c.device(), c.part(), 1, 0));
    return robot.withHardware(new HardwareSpec(hardware.board(), hardware.devices(), connections));
  }

  @Override
  public double mean(int channel) throws InterruptedException {
    long end = System.nanoTime() + Math.round(seconds * 1e9);
    double first = newest(channel);
    double sum = 0;
    int count = 0;
    for (; System.nanoTime() < end || count == 0; count++) {
      Thread.sleep(SAMPLE_MILLIS);
      sum += near(channel, newest(channel), first);
    }
    return sum / count;
  }

  /** An angle without a turn between it and another. */
  private double near(int channel, double value, double other) {
    return channels.get(channel).unit() == Unit.RADIAN
        ? other + Calibrator.wrapped(value - other)
        : value;
  }

  private double newest(int channel) {
    devices.sensors().read(frame, System.nanoTime() - beganNanos);
    return frame.stampNanos(channel) == SampleFrame.NEVER ? Double.NaN : frame.value(channel);
  }

  @Override
  public Sweep sweep(int channel, Runnable moving) throws InterruptedException {
    double first = newest(channel);
    double[] ends = {first, first};
    AtomicBoolean ended = new AtomicBoolean();
    Thread watching =
        Thread.ofPlatform().name("olivo-sweep").start(() -> watch(channel, ends, ended));
    moving.run();
    ended.set(true);
    watching.join();
    return new Sweep(ends[0], ends[1]);
  }

  private void watch(int channel, double[] ends, AtomicBoolean ended) {
    double last = ends[0];
    while (!ended.get()) {
      last = near(channel, newest(channel), last);
      ends[0] = Math.min(ends[0], last);
      ends[1] = Math.max(ends[1], last);
      LockSupport.parkNanos(SAMPLE_MILLIS * 1_000_000);
    }
  }

  @Override
  public void close() {
    devices.close();
  }
}
