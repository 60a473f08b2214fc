package io.olivo.deploy.bench;

import com.sun.management.ThreadMXBean;
import io.olivo.deploy.device.Devices;
import io.olivo.deploy.device.EmulatedBuses;
import io.olivo.deploy.robot.RobotSpec;
import io.olivo.deploy.wiring.Wiring;
import io.olivo.sensors.Channel;
import io.olivo.sensors.SampleFrame;
import io.olivo.sensors.bus.BusException;
import io.olivo.sensors.bus.BusPoller;
import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;

/**
 * What the devices of a robot cost the tick: to take what the buses have read, and to leave them a
 * command. Measured twice: with the buses polled in between, so that every value is new and the
 * processor warm, as the other parts of a tick are; and at the loop's rate beside the threads of
 * the buses, asleep in between, as on a robot.
 */
public final class DeviceTick {
  private static final int WARM_UP = 50_000; // ticks
  private static final int BLOCK = 5_000; // compilers leave some garbage in one, not in all
  private static final int BLOCKS = 10;
  private static final int PACED = 2_000;

  private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private final Histogram nanos = new Histogram(1, 1_000_000_000L, 3);
  private final RobotSpec robot;
  private final List<Channel> command;
  private final long tickNanos;
  private final double[] wanted;
  private final double[] applied;
  private long bytes;
  private long leastBytes; // of a block

  private DeviceTick(RobotSpec robot) {
    this.robot = robot;
    command = new Wiring(robot).actuatorChannels();
    tickNanos = Math.round(robot.loop().dtSeconds() * 1e9);
    wanted = new double[command.size()];
    applied = new double[command.size()];
  }

  /**
   * Measures; takes some seconds.
   *
   * @return by name; empty for a robot without devices
   */
  public static Map<String, Double> measure(RobotSpec robot) {
    Map<String, Double> result = new LinkedHashMap<>();
    if (!robot.hardware().devices().isEmpty()) {
      new DeviceTick(robot).measure(result);
    }
    return result;
  }

  private void measure(Map<String, Double> result) {
    result.put("device_channels", (double) (robot.sensors().size() + command.size()));
    try {
      polled();
      result.put("devices_us", nanos.getValueAtPercentile(50) / 1e3);
      result.put("devices_bytes_per_tick", (double) leastBytes / BLOCK);
      paced();
      result.put("devices_paced_us", nanos.getValueAtPercentile(50) / 1e3);
      result.put("devices_paced_us_p99", nanos.getValueAtPercentile(99) / 1e3);
    } catch (BusException e) {
      throw new IllegalStateException("an emulated bus could not be opened", e);
    }
  }

  private void polled() throws BusException {
    long[] now = new long[1];
    try (EmulatedBuses buses = new EmulatedBuses(robot.hardware().devices(), 1);
        Devices devices = new Devices(robot, command, buses, () -> now[0])) {
      SampleFrame frame = new SampleFrame(devices.sensors().channels());
      polled(devices, frame, now, WARM_UP);
      nanos.reset();
      leastBytes = Long.MAX_VALUE;
      for (int block = 0; block < BLOCKS; block++) {
        bytes = 0;
        polled(devices, frame, now, BLOCK);
        leastBytes = Math.min(leastBytes, bytes);
      }
    }
  }

  private void polled(Devices devices, SampleFrame frame, long[] now, int ticks) {
    for (int i = 0; i < ticks; i++) {
      now[0] += tickNanos;
      devices.pollers().forEach(BusPoller::poll);
      tick(devices, frame, now[0]);
    }
  }

  private void paced() throws BusException {
    long began = System.nanoTime();
    try (EmulatedBuses buses = new EmulatedBuses(robot.hardware().devices(), 1);
        Devices devices = new Devices(robot, command, buses, () -> System.nanoTime() - began)) {
      SampleFrame frame = new SampleFrame(devices.sensors().channels());
      devices.start();
      nanos.reset();
      for (int i = 0; i < PACED; i++) {
        LockSupport.parkNanos(tickNanos);
        tick(devices, frame, System.nanoTime() - began);
      }
    }
  }

  private void tick(Devices devices, SampleFrame frame, long nowNanos) {
    long bytesBefore = threads.getCurrentThreadAllocatedBytes();
    long before = System.nanoTime();
    devices.sensors().read(frame, nowNanos);
    devices.actuators().write(wanted, applied, nowNanos);
    nanos.recordValue(Math.clamp(System.nanoTime() - before, 1, nanos.getHighestTrackableValue()));
    bytes += threads.getCurrentThreadAllocatedBytes() - bytesBefore;
    wanted[0] = applied[0] == 0 ? command.getFirst().max() / 2 : 0;
  }
}
