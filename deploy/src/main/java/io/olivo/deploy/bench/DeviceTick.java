package io.olivo.deploy.bench;

import com.sun.management.ThreadMXBean;
import io.olivo.deploy.device.Devices;
import io.olivo.deploy.device.EmulatedBuses;
import io.olivo.deploy.robot.RobotSpec;
import io.olivo.deploy.wiring.Wiring;
import io.olivo.sensors.Channel;
import io.olivo.sensors.SampleFrame;
import io.olivo.sensors.bus.BusException;
import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;

/**
 * What the devices of a robot cost the tick: to take what the threads of the buses have read, and
 * to leave them a command. The buses are emulated and have their threads, as on a robot.
 */
public final class DeviceTick {
  private static final int WARM_UP = 500; // ticks at the loop's rate; bursts come first
  private static final int BURSTS = 200_000;
  private static final int MEASURED = 2_000;

  private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private final Histogram nanos = new Histogram(1, 1_000_000_000L, 3);
  private final RobotSpec robot;
  private final List<Channel> command;
  private long bytes;

  private DeviceTick(RobotSpec robot) {
    this.robot = robot;
    command = new Wiring(robot).actuatorChannels();
  }

  /**
   * Measures; takes some seconds.
   *
   * @return by name; empty for a robot without devices
   */
  public static Map<String, Double> measure(RobotSpec robot) {
    Map<String, Double> result = new LinkedHashMap<>();
    if (!robot.hardware().devices().isEmpty()) {
      DeviceTick tick = new DeviceTick(robot);
      tick.run();
      result.put("device_channels", (double) (robot.sensors().size() + tick.command.size()));
      result.put("devices_us", tick.nanos.getValueAtPercentile(50) / 1e3);
      result.put("devices_us_p99", tick.nanos.getValueAtPercentile(99) / 1e3);
      result.put("devices_bytes_per_tick", (double) tick.bytes / MEASURED);
    }
    return result;
  }

  private void run() {
    long began = System.nanoTime();
    try (EmulatedBuses buses = new EmulatedBuses(robot.hardware().devices(), 1);
        Devices devices = new Devices(robot, command, buses, () -> System.nanoTime() - began)) {
      devices.start();
      ticks(devices, BURSTS, 0, began);
      ticks(devices, WARM_UP, robot.loop().dtSeconds(), began);
      nanos.reset();
      bytes = 0;
      ticks(devices, MEASURED, robot.loop().dtSeconds(), began);
    } catch (BusException e) {
      throw new IllegalStateException("an emulated bus could not be opened", e);
    }
  }

  private void ticks(Devices devices, int count, double dtSeconds, long began) {
    SampleFrame frame = new SampleFrame(devices.sensors().channels());
    double[] wanted = new double[command.size()];
    double[] applied = new double[command.size()];
    for (int i = 0; i < count; i++) {
      if (dtSeconds > 0) {
        LockSupport.parkNanos(Math.round(dtSeconds * 1e9));
      }
      long bytesBefore = threads.getCurrentThreadAllocatedBytes();
      long before = System.nanoTime();
      devices.sensors().read(frame, before - began);
      devices.actuators().write(wanted, applied, before - began);
      nanos.recordValue(
          Math.clamp(System.nanoTime() - before, 1, nanos.getHighestTrackableValue()));
      bytes += threads.getCurrentThreadAllocatedBytes() - bytesBefore;
      wanted[0] = applied[0] == 0 ? command.getFirst().max() / 2 : 0;
    }
  }
}
