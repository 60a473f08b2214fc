package io.olivo.deploy.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.olivo.deploy.robot.RobotFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StateLabelTest {
  private static final Path ROBOTS = Path.of("src/main/robots");

  @TempDir private Path folder;

  private static String sensors(Path file) {
    return new StateLabel(RobotFile.read(file)).facts("test").get("config.sensors");
  }

  @ParameterizedTest
  @CsvSource({"arm2, 7bac436950eac758", "gaze2, d86cd3f6fc81d33d"})
  void statesOfBeforeAChannelCouldHaveSeveralSourcesStillFit(String robot, String digest) {
    assertEquals(digest, sensors(ROBOTS.resolve(robot + ".yaml")));
  }

  @Test
  void anotherSourceOfATiltIsAnotherRobot() throws IOException {
    Path balancer = ROBOTS.resolve("balancer.yaml");
    String text = Files.readString(balancer);
    Files.copy(ROBOTS.resolve("balancer.csv"), folder.resolve("balancer.csv"));
    Path other = folder.resolve("other.yaml");
    Files.writeString(
        other,
        text.replace("[body.rate, body.forward, body.up]", "[body.rate, body.up, body.forward]"));
    assertNotEquals(sensors(balancer), sensors(other));
  }
}
