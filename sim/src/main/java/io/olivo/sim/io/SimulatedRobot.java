package io.olivo.sim.io;

import io.olivo.actuators.ActuatorIo;
import io.olivo.controller.loop.GroundTruth;
import io.olivo.learning.Chance;
import io.olivo.learning.HotPath;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;
import io.olivo.learning.snapshot.Stateful;
import io.olivo.sensors.Channel;
import io.olivo.sensors.SampleFrame;
import io.olivo.sensors.SensorIo;
import io.olivo.sim.plant.Plant;
import java.util.Comparator;
import java.util.List;

/**
 * A plant behind the ports of a board. A command is held until the next reading, as a motor driver
 * holds it; reading at a later time lets the plant go on until then.
 *
 * <p>Beside the plant's parameters it has two of its own: {@code latency}, from command to motor
 * [s], and {@code noise}, which multiplies the noise of all sensors.
 */
@HotPath
public final class SimulatedRobot implements SensorIo, GroundTruth, Stateful {
  private final Plant plant;
  private final List<Channel> sensors;
  private final Actuators actuators;
  private final Change[] changes; // by time
  private final double dtSeconds;
  private final Chance chance;
  private final int[] output; // [sensor] index of the plant's output
  private final int[] input; // [actuator] index of the plant's input
  private final ImperfectSensor[] imperfect; // [sensor]
  private final double[] present; // [plant output]
  private final double[] held; // [plant input]
  private final double[] truth;
  private final LateCommands late;
  private final double[] noise = {1}; // times that of the sensors
  private final Randomised[] randomised;
  private final double[] pose; // where the joints begin
  private long tick = -1;
  private int changed;

  /**
   * @param plant behind it
   * @param setup sensors, actuators and what is wrong with them
   * @param pose where the joints begin
   * @param seed of noise and of what the plant draws
   */
  public SimulatedRobot(Plant plant, SimulatedSetup setup, double[] pose, long seed) {
    this.plant = plant;
    dtSeconds = setup.dtSeconds();
    sensors = setup.sensors();
    actuators = new Actuators(setup.actuators());
    chance = new Chance(seed);
    changes =
        setup.changes().stream()
            .sorted(Comparator.comparingDouble(Change::atSeconds))
            .toArray(Change[]::new);
    output = indices(sensors, plant.outputs(), plant.name(), "output");
    input = indices(setup.actuators(), plant.inputs(), plant.name(), "input");
    imperfect = new ImperfectSensor[output.length];
    for (int i = 0; i < output.length; i++) {
      imperfect[i] = new ImperfectSensor(setup.imperfectionOf(sensors.get(i)), dtSeconds);
    }
    present = new double[plant.outputs().size()];
    held = new double[plant.inputs().size()];
    late = new LateCommands(held.length, dtSeconds);
    truth = new double[plant.truthSize()];
    randomised = setup.randomised().toArray(Randomised[]::new);
    this.pose = pose.clone();
    putBack();
  }

  /** Somebody puts it back to where it began; what is randomised is drawn anew, the rest stays. */
  public void putBack() {
    for (Randomised one : randomised) {
      set(one.parameter(), chance.uniform(one.low(), one.high()));
    }
    plant.start(pose, chance);
    late.restart();
    for (ImperfectSensor sensor : imperfect) {
      sensor.restart();
    }
  }

  /**
   * Changes a parameter, one of its own or of the plant.
   *
   * @throws IllegalArgumentException naming the plant's parameters, or the largest latency
   */
  public void set(String parameter, double... values) {
    boolean own = values.length == 1 && (parameter.equals("latency") || parameter.equals("noise"));
    if (!own) {
      plant.set(parameter, values);
    } else if (parameter.equals("latency")) {
      late.set(values[0]);
    } else {
      noise[0] = Math.max(0, values[0]);
    }
  }

  private static int[] indices(
      List<Channel> channels, List<String> names, String who, String what) {
    int[] index = new int[channels.size()];
    for (int i = 0; i < index.length; i++) {
      index[i] = names.indexOf(channels.get(i).name());
      if (index[i] < 0) {
        throw new IllegalArgumentException(
            "plant %s has no %s \"%s\"; it has %s"
                .formatted(who, what, channels.get(i).name(), String.join(", ", names)));
      }
    }
    return index;
  }

  @Override
  public List<Channel> channels() {
    return sensors;
  }

  /** What is behind the ports, for those who may know it. */
  public Plant plant() {
    return plant;
  }

  /** The driving side. */
  public ActuatorIo actuators() {
    return actuators;
  }

  @Override
  public void read(SampleFrame frame, long nowNanos) {
    advance(nowNanos);
    plant.outputs(present);
    plant.truth(truth);
    for (int i = 0; i < output.length; i++) {
      frame.put(i, imperfect[i].read(present[output[i]], noise[0], chance), nowNanos);
    }
  }

  private void advance(long nowNanos) {
    long target = Math.round(nowNanos * 1e-9 / dtSeconds);
    for (tick = tick < 0 ? target : tick; tick < target; tick++) {
      plant.step(late.follow(held), dtSeconds);
    }
    while (isDue()) {
      set(changes[changed].parameter(), changes[changed].values());
      changed++;
    }
  }

  @Override
  public void save(StateWriter out) {
    out.put("robot.tick", tick);
    out.put("robot.held", held);
    out.put("robot.noise", noise);
    late.save(out);
    chance.save(out, "robot.chance");
    for (int i = 0; i < imperfect.length; i++) {
      imperfect[i].save(out, out.name("robot.sensor.", i));
    }
    plant.save(out);
  }

  /** Changes that were due by then have been made; later ones are still to come. */
  @Override
  public void load(StateReader in) {
    tick = in.getLong("robot.tick");
    in.get("robot.held", held);
    if (in.has("robot.noise")) { // an older version's robot had neither
      in.get("robot.noise", noise);
      late.load(in);
    }
    chance.load(in, "robot.chance");
    for (int i = 0; i < imperfect.length; i++) {
      imperfect[i].load(in, "robot.sensor." + i);
    }
    plant.load(in);
    changed = 0;
    while (isDue()) {
      changed++;
    }
  }

  private boolean isDue() {
    return changed < changes.length && changes[changed].atSeconds() <= tick * dtSeconds;
  }

  @Override
  public int size() {
    return truth.length;
  }

  @Override
  public void truth(double[] out) {
    System.arraycopy(truth, 0, out, 0, truth.length);
  }

  @Override
  public void close() {}

  private final class Actuators implements ActuatorIo {
    private final List<Channel> channels;

    Actuators(List<Channel> channels) {
      this.channels = channels;
    }

    @Override
    public List<Channel> channels() {
      return channels;
    }

    @Override
    public void write(double[] command, double[] applied, long nowNanos) {
      for (int i = 0; i < input.length; i++) {
        held[input[i]] = command[i];
        applied[i] = command[i];
      }
    }
  }
}
