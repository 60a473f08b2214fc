package io.olivo.deploy.cli;

import io.olivo.deploy.robot.RobotSpec;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a robot is on the wire. */
final class WireOptions {
  @Option(
      names = "--broker",
      paramLabel = "URI",
      description = "The MQTT broker, such as tcp://localhost:1883; default: see above.")
  private @Nullable URI broker;

  @Option(
      names = "--as",
      paramLabel = "NAME",
      description = "Name of the robot on the wire; default: the one in the robot file.")
  private @Nullable String name;

  /** As given; null for the verb's default. */
  @Nullable URI broker() {
    return broker;
  }

  String name(RobotSpec spec) {
    String given = name;
    return given == null ? spec.name() : given;
  }
}
