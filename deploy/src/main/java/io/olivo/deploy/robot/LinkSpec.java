package io.olivo.deploy.robot;

import io.olivo.controller.link.Tls;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The link to the outside. The password is never here: a robot file is shared.
 *
 * @param broker of MQTT, with its port; empty for no link
 * @param telemetryHertz messages per second [Hz]
 * @param user name at the broker, unless the environment has one
 * @param passwordFile where the password is, unless the environment has it
 * @param tls for addresses that begin with ssl or wss
 * @param trustedKeys whose snapshots the robot takes
 */
public record LinkSpec(
    Optional<URI> broker,
    double telemetryHertz,
    Optional<String> user,
    Optional<Path> passwordFile,
    Tls tls,
    List<Path> trustedKeys) {
  /** Keeps its own copy. */
  public LinkSpec {
    trustedKeys = List.copyOf(trustedKeys);
  }
}
