package io.olivo.deploy.device;

import io.olivo.deploy.robot.Connection;
import io.olivo.deploy.robot.DeviceSpec;
import io.olivo.deploy.robot.RobotSpec;
import io.olivo.deploy.robot.SimSpec;
import io.olivo.deploy.wiring.Seeds;
import io.olivo.deploy.wiring.Wiring;
import io.olivo.learning.Chance;
import io.olivo.sensors.Channel;
import io.olivo.sensors.bus.emulated.EmulatedI2cBus;
import io.olivo.sim.plant.Plant;
import io.olivo.sim.plant.Plants;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.DoubleSupplier;

/**
 * The plant of a robot file behind the emulated chips of its devices. It stands still, as if
 * somebody held it, until a motor drives it for the first time. One thread at a time.
 */
public final class PlantOnBuses {
  private static final double STEP_SECONDS = 200e-6;
  private static final long SEED = 1;

  private final EmulatedBuses buses;
  private final Plant plant;
  private final List<Feeling> feelings;
  private final List<Motor> motors;
  private final double[] input; // [plant input]
  private final double[] output; // [plant output]
  private boolean held = true;
  private double seconds; // since it was let go

  /** One channel that a chip feels. */
  private record Feeling(int output, Connection connection, double[] place) {}

  /** One channel that comes out of a bridge. */
  private record Motor(String name, int input, Connection connection, DoubleSupplier drive) {
    double value() {
      return connection.scale() * (drive.getAsDouble() - connection.zero());
    }
  }

  /**
   * @param robot with devices, and a plant in {@code sim}
   */
  public PlantOnBuses(RobotSpec robot) {
    SimSpec sim = robot.sim().orElseThrow();
    buses = new EmulatedBuses(robot.hardware().devices(), SEED);
    plant = Plants.named(sim.plant());
    input = new double[plant.inputs().size()];
    output = new double[plant.outputs().size()];
    feelings = robot.sensors().stream().map(sensor -> feeling(robot, sensor)).toList();
    Wiring wiring = new Wiring(robot);
    motors = wiring.actuatorChannels().stream().map(channel -> motor(robot, channel)).toList();
    double[] pose = new double[wiring.trajectory(Seeds.of(SEED)).joints()];
    wiring.trajectory(Seeds.of(SEED)).at(0, pose);
    plant.start(pose, new Chance(SEED));
    sim.parameters().forEach(this::set);
    feel();
  }

  private void set(String parameter, List<Double> values) {
    plant.set(parameter, values.stream().mapToDouble(Double::doubleValue).toArray());
  }

  private Feeling feeling(RobotSpec robot, Channel sensor) {
    Connection connection = robot.hardware().connections().get(sensor.name());
    double[] place = buses.world(connection.device()).part(connection.part());
    return new Feeling(plant.outputs().indexOf(sensor.name()), connection, place);
  }

  private Motor motor(RobotSpec robot, Channel actuator) {
    Connection connection = robot.hardware().connections().get(actuator.name());
    DeviceSpec device =
        robot.hardware().devices().stream()
            .filter(one -> one.name().equals(connection.device()))
            .findFirst()
            .orElseThrow();
    int index = plant.inputs().indexOf(actuator.name());
    return new Motor(actuator.name(), index, connection, new MotorEmulators(buses).of(device));
  }

  /** A bus with its chips. */
  public EmulatedI2cBus bus(String name) {
    return buses.i2c(name);
  }

  /** Goes on by some time [s], driven as the chips say now. */
  public void pass(double dtSeconds) {
    for (Motor motor : motors) {
      input[motor.input()] = motor.value();
      held &= motor.value() == 0;
    }
    if (held) {
      return;
    }
    int steps = (int) Math.ceil(dtSeconds / STEP_SECONDS);
    for (int i = 0; i < steps; i++) {
      plant.step(input, dtSeconds / steps);
    }
    seconds += dtSeconds;
    feel();
  }

  private void feel() {
    plant.outputs(output);
    for (Feeling feeling : feelings) {
      Connection connection = feeling.connection();
      feeling.place()[0] = output[feeling.output()] / connection.scale() + connection.zero();
    }
  }

  /** What motors do and joints are, by channel, and the time since it was let go [s]. */
  public Map<String, Double> state() {
    Map<String, Double> state = new TreeMap<>();
    motors.forEach(motor -> state.put(motor.name(), motor.value()));
    for (int i = 0; i < output.length; i++) {
      state.put(plant.outputs().get(i), output[i]);
    }
    state.put("seconds", seconds);
    return state;
  }
}
