package io.olivo.deploy.wiring;

import io.olivo.controller.wire.BodyPart;
import io.olivo.controller.wire.CommandWord;
import io.olivo.controller.wire.Dashboard;
import io.olivo.deploy.installation.Installation;
import io.olivo.deploy.robot.RobotSpec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** What those who watch a robot are told of it, beside its channels. */
public final class DashboardWiring {
  private DashboardWiring() {}

  /**
   * Of a robot file.
   *
   * @param health names of the numbers of the robot itself
   * @param obeys whether it takes commands
   */
  public static Dashboard of(RobotSpec robot, List<String> health, boolean obeys) {
    List<String> commands = obeys ? CommandWord.words() : List.of();
    return new Dashboard(sha256(robot.file()), health, commands, body(robot));
  }

  /** That of the simulated plant; a robot of which there is none here is not drawn. */
  private static List<BodyPart> body(RobotSpec robot) {
    return Installation.hasSimulator()
        ? robot.sim().map(SimWiring::body).orElse(List.of())
        : List.of();
  }

  private static String sha256(Path file) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
      return HexFormat.of().formatHex(digest);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
