package io.olivo.deploy.robot;

import java.nio.file.Path;
import org.snakeyaml.engine.v2.nodes.Node;

/** The YAML file that describes a robot. */
public final class RobotFile {
  private RobotFile() {}

  /**
   * Reads a robot file, and its calibration where there is one beside it.
   *
   * @throws RobotFileException with everything that is wrong in it, and nothing else
   */
  public static RobotSpec read(Path path) {
    Problems problems = new Problems(path.toString());
    Node root = new YamlText(path, "robot file", "robots/arm2.yaml", problems).root();
    problems.throwIfAny();
    Field whole = new Field("", 1, "the keys of robots/arm2.yaml", root, problems);
    return new CalibrationReader(path).apply(new RobotReader(path, whole).read());
  }
}
