package io.olivo.deploy.device;

import io.olivo.actuators.ActuatorIo;
import io.olivo.deploy.robot.Connection;
import io.olivo.deploy.robot.DeviceSpec;
import io.olivo.deploy.robot.RobotSpec;
import io.olivo.sensors.Channel;
import io.olivo.sensors.SampleFrame;
import io.olivo.sensors.SensorIo;
import io.olivo.sensors.bus.BusException;
import io.olivo.sensors.bus.BusPoller;
import io.olivo.sensors.bus.emulated.Mishaps;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleSupplier;

/**
 * A simulated robot behind the drivers of the real one: its values go into the registers of
 * emulated chips, and what drives it comes out of them. Buses have their turns within the tick, so
 * a run is repeated bit for bit.
 */
public final class SimulatedDevices implements SensorIo {
  private final SensorIo robot;
  private final ActuatorIo plant;
  private final EmulatedBuses buses;
  private final Devices devices;
  private final SampleFrame felt; // as the plant tells it
  private final Connection[] connections; // [raw sensor]
  private final double[][] world; // [raw sensor] where its chip feels it
  private final Motors motors;
  private long nowNanos;

  /**
   * @param spec with devices for every raw sensor and actuator
   * @param simulated what they are fixed to
   * @param seed of what goes wrong on a bus
   */
  public SimulatedDevices(RobotSpec spec, LoopEnds simulated, long seed) {
    robot = simulated.sensors();
    plant = simulated.actuators();
    buses = new EmulatedBuses(spec.hardware().devices(), seed);
    devices = devices(spec);
    felt = new SampleFrame(robot.channels());
    Map<String, Connection> all = spec.hardware().connections();
    connections =
        robot.channels().stream()
            .map(channel -> all.get(channel.name()))
            .toArray(Connection[]::new);
    world = new double[connections.length][];
    for (int i = 0; i < world.length; i++) {
      world[i] = buses.world(connections[i].device()).part(connections[i].part());
    }
    motors = new Motors(spec);
  }

  private Devices devices(RobotSpec spec) {
    try {
      return new Devices(spec, plant.channels(), buses, () -> nowNanos);
    } catch (BusException e) {
      throw new IllegalStateException("an emulated bus could not be opened", e);
    }
  }

  /** What the loop reads and drives. */
  public LoopEnds ends() {
    return new LoopEnds(this, motors);
  }

  /** What goes wrong on every bus from now on. */
  public void goWrong(Mishaps mishaps) {
    buses.goWrong(mishaps);
  }

  /** The share of the time in which real buses would have been busy, by name. */
  public Map<String, Double> busShares() {
    Map<String, Double> shares = new LinkedHashMap<>();
    buses.busySeconds().forEach((bus, seconds) -> shares.put(bus, seconds / (nowNanos * 1e-9)));
    return shares;
  }

  /** The drivers, to see how they do. */
  public List<BusPoller> pollers() {
    return devices.pollers();
  }

  @Override
  public List<Channel> channels() {
    return robot.channels();
  }

  @Override
  public void read(SampleFrame frame, long newNanos) {
    nowNanos = newNanos;
    buses.pass(newNanos);
    robot.read(felt, newNanos);
    for (int i = 0; i < world.length; i++) {
      world[i][0] = felt.value(i) / connections[i].scale() + connections[i].zero();
    }
    poll();
    devices.sensors().read(frame, newNanos);
  }

  private void poll() {
    for (int i = 0; i < pollers().size(); i++) {
      pollers().get(i).poll();
    }
  }

  @Override
  public void restart() {
    devices.sensors().restart();
  }

  @Override
  public void close() {
    devices.close();
  }

  /** From a command through registers and pins to the plant. */
  private final class Motors implements ActuatorIo {
    private final DoubleSupplier[] driven; // [actuator] as its device counts
    private final Connection[] connections; // [actuator]
    private final double[] moved; // [actuator] what reaches the plant
    private final double[] taken; // [actuator] by the plant

    Motors(RobotSpec spec) {
      int count = plant.channels().size();
      driven = new DoubleSupplier[count];
      connections = new Connection[count];
      moved = new double[count];
      taken = new double[count];
      MotorEmulators emulators = new MotorEmulators(buses);
      for (int i = 0; i < count; i++) {
        String channel = plant.channels().get(i).name();
        connections[i] = spec.hardware().connections().get(channel);
        driven[i] = emulators.of(device(spec, connections[i].device()));
      }
    }

    private static DeviceSpec device(RobotSpec spec, String name) {
      return spec.hardware().devices().stream()
          .filter(device -> device.name().equals(name))
          .findFirst()
          .orElseThrow();
    }

    @Override
    public List<Channel> channels() {
      return plant.channels();
    }

    @Override
    public void write(double[] command, double[] applied, long newNanos) {
      devices.actuators().write(command, applied, newNanos);
      poll();
      for (int i = 0; i < moved.length; i++) {
        moved[i] = connections[i].scale() * (driven[i].getAsDouble() - connections[i].zero());
      }
      plant.write(moved, taken, newNanos);
    }
  }
}
