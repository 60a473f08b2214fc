package io.olivo.deploy.robot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.olivo.learning.cerebellum.ClimbingFibreMode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExplainTest {
  private static String row(String start) {
    return Explain.text().lines().filter(line -> line.startsWith(start)).findFirst().orElseThrow();
  }

  @Test
  void everyKeyOfTheReaderIsExplainedWithAMeaning() {
    assertEquals(countKeys(Schema.ROOT) + 1, Explain.text().lines().count()); // and one heading
    assertTrue(Explain.text().lines().noneMatch(line -> line.strip().split(" {2,}").length < 3));
  }

  @Test
  void thePageOnRobotFilesShowsEveryKey() throws IOException {
    assertTrue(Files.readString(Path.of("../docs/robot-file.md")).contains(Explain.text()));
  }

  private static long countKeys(Section section) {
    long inside =
        section.keys().stream()
            .map(Key::inside)
            .mapToLong(block -> block == null ? 0 : countKeys(block))
            .sum();
    return section.keys().size() + inside;
  }

  @Test
  void aDefaultIsShownAsItWouldBeWritten() {
    assertEquals(
        List.of("stale_after", "20 ms", "a reading older than this counts as lost"),
        List.of(row("  stale_after").strip().split(" {2,}")));
  }

  @Test
  void theDefaultsShownAreTheDefaultsRead() {
    RobotSpec robot =
        RobotText.SOUND
            .with(", stale_after: 20 ms", "")
            .with("learner: { rule: cerebellum, granules: 512 }", "# no learner")
            .with(", telemetry: 20 Hz", "")
            .read();
    assertEquals(0.02, robot.loop().staleAfterSeconds(), 1e-12);
    assertEquals(LearnerRule.CEREBELLUM, robot.learner().rule());
    assertEquals(512, robot.learner().granules());
    assertEquals(0, robot.learner().sensorDelaySeconds());
    assertEquals(ClimbingFibreMode.CONTINUOUS, robot.learner().climbingFibre());
    assertEquals(10, robot.learner().climbingFibreHertz());
    assertEquals(NetFeedback.KOLEN_POLLACK, robot.learner().net().feedback());
    assertEquals(List.of(64, 64), robot.learner().net().hidden());
    assertEquals(2000, robot.learner().net().replay());
    assertEquals(20, robot.link().telemetryHertz());
    assertEquals(new SnapshotSpec(60, 5), robot.snapshots());
    assertEquals(30, robot.actuators().get(0).limits().learned()); // the larger end of the range
  }

  @Test
  void aSlowLoopTalksNoFasterThanItRuns() {
    RobotSpec robot =
        RobotText.SOUND
            .with("rate: 500 Hz, stale_after: 20 ms", "rate: 10 Hz, stale_after: 1 s")
            .with("cutoff: 40 Hz", "cutoff: 4 Hz")
            .with(", telemetry: 20 Hz", "")
            .read();
    assertEquals(10, robot.link().telemetryHertz());
  }
}
