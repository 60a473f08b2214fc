package io.olivo.deploy.robot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** A sound robot file of twenty lines, to spoil in one place. */
record RobotText(String text) {
  static final RobotText SOUND =
      new RobotText(
          """
          robot: arm1
          loop: { rate: 500 Hz, stale_after: 20 ms }
          sensors:
            elbow.angle: { range: [-3 rad, 3 rad] }
            elbow.rate: { derive: elbow.angle, filter: derivative, cutoff: 40 Hz, range: [-9 rad/s, 9 rad/s] }
          actuators:
            elbow.torque:
              range: [-30 N*m, 30 N*m]
              rate: 4000 N*m/s
              safe: { value: 0 N*m, within: 20 ms }
          skill:
            track: { joints: [elbow], reference: sines }
            feedback: { kp: [60], kd: [4] }
            learner: { rule: cerebellum, granules: 512 }
          link: { broker: tcp://localhost:1883, telemetry: 20 Hz }
          sim:
            plant: arm1
            sensors:
              elbow.angle: { bits: 13, delay: 2 ms }
            parameters: { payload: 0 }
          """);

  RobotText with(String from, String to) {
    assertTrue(text.contains(from), () -> "the sound file has no " + from);
    int at = text.indexOf(from);
    return new RobotText(text.substring(0, at) + to + text.substring(at + from.length()));
  }

  RobotSpec read() {
    return read(text.getBytes(StandardCharsets.UTF_8));
  }

  /** The problems, each as its line without the folder. */
  List<String> problems() {
    return problems(text.getBytes(StandardCharsets.UTF_8));
  }

  static List<String> problems(byte[] bytes) {
    RobotFileException wrong = assertThrows(RobotFileException.class, () -> read(bytes));
    List<String> lines = wrong.problems().stream().map(Problem::toString).toList();
    assertEquals(String.join("\n", lines), wrong.getMessage());
    return lines.stream().map(line -> line.replaceFirst("^.*?r\\.yaml", "r.yaml")).toList();
  }

  void is(String... lines) {
    assertEquals(String.join("\n", Arrays.asList(lines)), String.join("\n", problems()));
  }

  private static RobotSpec read(byte[] bytes) {
    try {
      Path folder = Files.createTempDirectory("robot");
      Path file = folder.resolve("r.yaml");
      try {
        return RobotFile.read(Files.write(file, bytes));
      } finally {
        Files.deleteIfExists(file);
        Files.delete(folder);
      }
    } catch (IOException closed) {
      throw new UncheckedIOException(closed);
    }
  }
}
