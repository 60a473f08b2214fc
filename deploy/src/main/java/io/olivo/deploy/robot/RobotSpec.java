package io.olivo.deploy.robot;

import io.olivo.controller.fault.ScheduledFault;
import io.olivo.sensors.Channel;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A robot as its file describes it; everything in SI.
 *
 * @param file where it was read
 * @param name of the robot
 * @param loop when the loop runs
 * @param hardware what it is built of
 * @param sensors the raw ones, first in the frame
 * @param derived after the raw ones in the frame
 * @param fastest change of a raw sensor that can be true [its unit/s], where the file says so
 * @param actuators in the order of the command
 * @param skill what to do
 * @param learner who learns
 * @param failsafes when not to go on
 * @param link to the outside
 * @param snapshots of what was learned
 * @param recording of runs, if the file wants it
 * @param sim the simulated robot, if the file has one
 * @param lines the line of every key that was read
 */
public record RobotSpec(
    Path file,
    String name,
    LoopSpec loop,
    HardwareSpec hardware,
    List<Channel> sensors,
    List<DerivedSpec> derived,
    Map<String, Double> fastest,
    List<ActuatorSpec> actuators,
    SkillSpec skill,
    LearnerSpec learner,
    FailsafeSpec failsafes,
    LinkSpec link,
    SnapshotSpec snapshots,
    Optional<RecordSpec> recording,
    Optional<SimSpec> sim,
    Map<String, Integer> lines) {
  /** Keeps its own copies. */
  public RobotSpec {
    sensors = List.copyOf(sensors);
    derived = List.copyOf(derived);
    fastest = Map.copyOf(fastest);
    actuators = List.copyOf(actuators);
    lines = Map.copyOf(lines);
  }

  /** The same robot with something else to do. */
  public RobotSpec withSkill(SkillSpec other) {
    return new RobotSpec(
        file, name, loop, hardware, sensors, derived, fastest, actuators, other, learner, failsafes,
        link, snapshots, recording, sim, lines);
  }

  /** The same robot built of something else. */
  public RobotSpec withHardware(HardwareSpec other) {
    return new RobotSpec(
        file, name, loop, other, sensors, derived, fastest, actuators, skill, learner, failsafes,
        link, snapshots, recording, sim, lines);
  }

  /** The same robot at another rate. */
  public RobotSpec withLoop(LoopSpec other) {
    return new RobotSpec(
        file, name, other, hardware, sensors, derived, fastest, actuators, skill, learner,
        failsafes, link, snapshots, recording, sim, lines);
  }

  /** The same robot with another learner. */
  public RobotSpec withLearner(LearnerSpec other) {
    return new RobotSpec(
        file, name, loop, hardware, sensors, derived, fastest, actuators, skill, other, failsafes,
        link, snapshots, recording, sim, lines);
  }

  /** What the simulated robot breaks on purpose. */
  public List<ScheduledFault> faults() {
    return sim.map(SimSpec::faults).orElse(List.of());
  }

  /** Raw, then derived: the order of the frame. */
  public List<Channel> measured() {
    return Stream.concat(sensors.stream(), derived.stream().map(DerivedSpec::channel)).toList();
  }

  /**
   * Something wrong that was found after reading.
   *
   * @param key such as {@code LearnerSpec.inputKey(3)} or "sim.plant"; the line is that of the
   *     nearest block around it when the key itself isn't in the file
   */
  public Problem problemAt(String key, String message) {
    String nearest = key;
    while (!lines.containsKey(nearest) && nearest.contains(".")) {
      nearest = nearest.substring(0, nearest.lastIndexOf('.'));
    }
    return new Problem(file.toString(), lines.getOrDefault(nearest, 1), key, message);
  }
}
