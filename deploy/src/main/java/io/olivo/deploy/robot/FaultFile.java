package io.olivo.deploy.robot;

import io.olivo.controller.fault.ScheduledFault;
import java.nio.file.Path;
import java.util.List;
import org.snakeyaml.engine.v2.nodes.Node;

/** A YAML file with nothing but faults, written as under {@code sim} in a robot file. */
public final class FaultFile {
  private FaultFile() {}

  /**
   * Reads a faults file.
   *
   * @param robot whose parts it names
   * @throws RobotFileException with everything that is wrong in it, and nothing else
   */
  public static List<ScheduledFault> read(Path path, RobotSpec robot) {
    Problems problems = new Problems(path.toString());
    Node root = new YamlText(path, "faults file", "docs/faults.md", problems).root();
    problems.throwIfAny();
    Field whole = new Field("", 1, "the list of docs/faults.md", root, problems);
    Fields fields = new Fields(whole, Schema.FAULTS_FILE);
    List<ScheduledFault> faults = reader(robot).read(fields.blocks("faults"));
    problems.throwIfAny();
    return faults;
  }

  private static FaultReader reader(RobotSpec robot) {
    return new FaultReader(
        robot.sensors(),
        robot.actuators().stream().map(ActuatorSpec::channel).toList(),
        robot.sim().map(SimSpec::sensors).orElse(List.of()));
  }
}
