package io.olivo.deploy.wiring;

import io.olivo.controller.loop.Pacer;
import io.olivo.controller.reference.Trajectory;
import io.olivo.controller.wire.BodyPart;
import io.olivo.deploy.installation.DesktopOnly;
import io.olivo.deploy.robot.ParameterChange;
import io.olivo.deploy.robot.ParameterRange;
import io.olivo.deploy.robot.RobotFileException;
import io.olivo.deploy.robot.RobotSpec;
import io.olivo.deploy.robot.SimSensor;
import io.olivo.deploy.robot.SimSpec;
import io.olivo.sim.io.Change;
import io.olivo.sim.io.EndingPacer;
import io.olivo.sim.io.EpisodePacer;
import io.olivo.sim.io.Imperfection;
import io.olivo.sim.io.Randomised;
import io.olivo.sim.io.SimulatedRobot;
import io.olivo.sim.io.SimulatedSetup;
import io.olivo.sim.mirror.Episodes;
import io.olivo.sim.mirror.TimedEpisodes;
import io.olivo.sim.plant.Plant;
import io.olivo.sim.plant.Plants;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Builds the simulated robot that a robot file describes. */
@DesktopOnly
public final class SimWiring {
  private final Wiring wiring;
  private final RobotSpec robot;
  private final SimSpec sim;

  /**
   * For one robot file.
   *
   * @throws RobotFileException when it has no {@code sim}
   */
  public SimWiring(Wiring wiring) {
    this.wiring = wiring;
    robot = wiring.robot();
    sim =
        robot
            .sim()
            .orElseThrow(
                () ->
                    problem(
                        "sim",
                        "there is none, so nothing to simulate; add \"sim: { plant: ... }\""));
  }

  /** How the plant looks, for those who watch. */
  static List<BodyPart> body(SimSpec sim) {
    return Plants.named(sim.plant()).body();
  }

  /**
   * At rest, at the beginning of the trajectory, with the changes of the file and others.
   *
   * @param randomise whether it is another body of the file's ranges whenever it is put back
   */
  public SimulatedRobot robot(Seeds seeds, List<ParameterChange> others, boolean randomise) {
    List<Change> changes = new ArrayList<>();
    others.forEach(change -> add(changes, change.atSeconds(), change.parameters()));
    return randomise ? randomised(seeds, changes) : robot(seeds, changes);
  }

  /** At rest, at the beginning of the trajectory, with the changes of the file and others. */
  public SimulatedRobot robot(Seeds seeds, List<Change> others) {
    return robot(seeds, others, List.of());
  }

  /** The same, another body of the file's ranges whenever it is put back. */
  public SimulatedRobot randomised(Seeds seeds, List<Change> others) {
    if (sim.randomised().isEmpty()) {
      throw problem(
          "sim.randomise",
          "there is none, so nothing to draw; add for example \"randomise: { mass: [0.8, 1.2] }\"");
    }
    return robot(seeds, others, sim.randomised().stream().map(SimWiring::drawn).toList());
  }

  private static Randomised drawn(ParameterRange range) {
    return new Randomised(range.parameter(), range.low(), range.high());
  }

  private SimulatedRobot robot(Seeds seeds, List<Change> others, List<Randomised> drawn) {
    List<Change> changes = new ArrayList<>(ofFile(drawn));
    changes.addAll(others);
    try {
      SimulatedRobot tried = robot(seeds, setup(List.of(), drawn));
      changes.forEach(change -> tried.set(change.parameter(), change.values()));
      return robot(seeds, setup(changes, drawn));
    } catch (IllegalArgumentException e) {
      throw problem("sim", String.valueOf(e.getMessage()));
    }
  }

  /** Whether the robot is put back now and then. */
  public boolean hasEpisodes() {
    return sim.episodeSeconds().isPresent() || wiring.endsEpisodes();
  }

  private SimulatedRobot robot(Seeds seeds, SimulatedSetup setup) {
    return new SimulatedRobot(plant(), setup, pose(seeds), seeds.plant());
  }

  private SimulatedSetup setup(List<Change> changes, List<Randomised> drawn) {
    return new SimulatedSetup(
        wiring.dtSeconds(),
        robot.sensors(),
        imperfections(),
        wiring.actuatorChannels(),
        changes,
        drawn);
  }

  /** Puts the robot back after every episode, where the robot file has episodes. */
  public Pacer episodes(Pacer pacer, SimulatedRobot simulated, long ticksDone) {
    Pacer limited = limited(pacer, simulated, ticksDone);
    return wiring.endsEpisodes()
        ? new EndingPacer(limited, wiring::isOver, simulated::putBack)
        : limited;
  }

  private Pacer limited(Pacer pacer, SimulatedRobot simulated, long ticksDone) {
    OptionalDouble seconds = sim.episodeSeconds();
    return seconds.isEmpty()
        ? pacer
        : new EpisodePacer(pacer, episodeTicks(), ticksDone, simulated::putBack);
  }

  /** The same for a controller elsewhere. */
  public Episodes episodes(SimulatedRobot simulated) {
    return sim.episodeSeconds().isEmpty()
        ? Episodes.ENDLESS
        : new TimedEpisodes(episodeTicks(), simulated::putBack);
  }

  /** Length of an episode; of one that never ends, the largest number. */
  public long episodeTicks() {
    OptionalDouble seconds = sim.episodeSeconds();
    return seconds.isEmpty()
        ? Long.MAX_VALUE
        : Math.max(1, Math.round(seconds.getAsDouble() / wiring.dtSeconds()));
  }

  private Plant plant() {
    try {
      return Plants.named(sim.plant());
    } catch (IllegalArgumentException e) {
      throw problem("sim.plant", String.valueOf(e.getMessage()));
    }
  }

  private double[] pose(Seeds seeds) {
    Trajectory trajectory = wiring.trajectory(seeds);
    double[] pose = new double[trajectory.joints()];
    trajectory.at(0, pose);
    return pose;
  }

  private Map<String, Imperfection> imperfections() {
    return sim.sensors().stream()
        .collect(
            Collectors.toMap(
                SimSensor::channel,
                s -> new Imperfection(s.resolution(), s.delaySeconds(), s.noise())));
  }

  /** What is drawn does not begin as the file says. */
  private List<Change> ofFile(List<Randomised> drawn) {
    Map<String, List<Double>> parameters = new TreeMap<>(sim.parameters());
    drawn.forEach(one -> parameters.remove(one.parameter()));
    List<Change> changes = new ArrayList<>();
    add(changes, 0, parameters);
    sim.schedule().forEach(change -> add(changes, change.atSeconds(), change.parameters()));
    return changes;
  }

  private static void add(List<Change> changes, double at, Map<String, List<Double>> parameters) {
    parameters.forEach(
        (name, values) ->
            changes.add(
                new Change(at, name, values.stream().mapToDouble(Double::doubleValue).toArray())));
  }

  private RobotFileException problem(String key, String message) {
    return new RobotFileException(List.of(robot.problemAt(key, message)));
  }
}
