package io.olivo.deploy.cli;

import io.olivo.deploy.robot.RobotFile;
import io.olivo.deploy.robot.RobotSpec;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Parameters;

/** The robot file: a path, or the name of a ready one. */
final class RobotArgument {
  @Parameters(
      paramLabel = "ROBOT",
      index = "0",
      description =
          "Robot file, or the name of a ready one: arm2, arm2-board, balancer, cart1, gaze2, pantilt,"
              + " pendulum, so101.")
  private Path path = Path.of("");

  RobotSpec read() {
    return RobotFile.read(find(path));
  }

  /** A file as it is named, else one of the ready ones by its bare name or as robots/NAME.yaml. */
  static Path find(Path asked) {
    Path folder = asked.getParent();
    if (folder != null && !folder.equals(Path.of("robots"))) {
      return asked;
    }
    Path home = Path.of(System.getProperty("olivo.home", "deploy/src/main"), "robots");
    Path named = home.resolve(asked.getFileName() + ".yaml");
    Path same = home.resolve(asked.getFileName());
    if (Files.isRegularFile(asked)) {
      return asked;
    }
    return Files.isRegularFile(named) ? named : Files.isRegularFile(same) ? same : asked;
  }
}
