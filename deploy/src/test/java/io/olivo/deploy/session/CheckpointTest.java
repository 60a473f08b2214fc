package io.olivo.deploy.session;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A run that was ended with --save goes on in another process as if it had not ended. */
@Execution(ExecutionMode.CONCURRENT)
class CheckpointTest {
  private static final List<String> FLAGS = List.of("-XX:TieredStopAtLevel=1");

  @TempDir private Path folder;

  private OlivoProcess olivo(String robot, String... more) throws Exception {
    List<String> arguments = new ArrayList<>(List.of("run", robot, "--json", "--quiet"));
    arguments.addAll(List.of(more));
    return OlivoProcess.run(FLAGS, arguments.toArray(new String[0]));
  }

  /**
   * While the plant is measured, while the pose is held, while it moves; a change before, after.
   */
  @ParameterizedTest
  @CsvSource({
    "arm2, 1.5, payload=0.7@4s",
    "arm2, 2.7, payload=0.7@2s",
    "arm2, 6, payload=0.7@5s",
    "cart1, 5, payload=0.1@6s",
    "gaze2, 5, gain=0.8;1.1@4s"
  })
  void goesOnInAnotherProcessBitForBit(String robot, String seconds, String change)
      throws Exception {
    String set = "--set=" + change.replace(';', ',');
    String from = "--digest-from=" + seconds + "s";
    Path whole = folder.resolve("whole.state");
    Path half = folder.resolve("half.state");
    Path rest = folder.resolve("rest.state");
    OlivoProcess uninterrupted =
        olivo(robot, "--seed=7", set, "--for=8s", "--digest", from, "--save=" + whole);
    olivo(robot, "--seed=7", set, "--for=" + seconds + "s", "--save=" + half);
    OlivoProcess resumed =
        olivo(robot, "--resume=" + half, set, "--for=8s", "--digest", from, "--save=" + rest);
    assertEquals(uninterrupted.text("digest_ticks"), resumed.text("digest_ticks"));
    assertEquals(uninterrupted.text("digest"), resumed.text("digest"));
    assertArrayEquals(Files.readAllBytes(whole), Files.readAllBytes(rest), "robot and loop, too");
  }

  /** In mid-delay, in a gap, while the clock is wrong, after all of it. */
  @ParameterizedTest
  @CsvSource({"3.51", "4.05", "5.5", "7"})
  void goesOnInMidFaultBitForBit(String seconds) throws Exception {
    Path faults = folder.resolve("faults.yaml");
    Files.writeString(
        faults,
        """
        faults:
          - { kind: delay, part: elbow.angle, at: 3.5 s, for: 200 ms, delay: 10 ms }
          - { kind: spike, at: 3 s, size: 0.2 rad, every: 40 ms }
          - { kind: weak, part: shoulder.torque, at: 3.2 s, for: 3 s }
          - { kind: bus-hang, at: 4 s, for: 100 ms }
          - { kind: clock-step, at: 5 s, for: 1 s, step: 30 ms }
        """);
    String broken = "--faults=" + faults;
    Path half = folder.resolve("half.state");
    Path whole = folder.resolve("whole.state");
    Path rest = folder.resolve("rest.state");
    String from = "--digest-from=" + Double.toString(Double.parseDouble(seconds) + 1.1) + "s";
    olivo("arm2", "--seed=7", broken, "--for=" + seconds + "s", "--save=" + half);
    OlivoProcess uninterrupted =
        olivo("arm2", "--seed=7", broken, "--for=9s", "--digest", from, "--save=" + whole);
    OlivoProcess resumed =
        olivo("arm2", "--resume=" + half, broken, "--for=9s", "--digest", from, "--save=" + rest);
    assertEquals(uninterrupted.text("digest_ticks"), resumed.text("digest_ticks"));
    assertArrayEquals(Files.readAllBytes(whole), Files.readAllBytes(rest), "faults, too");
    refuses("saved with other faults", "arm2", "--resume=" + half, "--for=9s");
  }

  /**
   * Falls are frequent: some of these moments lie between a fall and the robot's being put back.
   */
  @ParameterizedTest
  @CsvSource({"5", "5.05", "5.1", "5.15"})
  void goesOnAfterAFallBitForBit(String seconds) throws Exception {
    Path robot = folder.resolve("falls.yaml");
    Files.writeString(
        robot,
        Files.readString(Path.of("src/main/robots/pendulum.yaml"))
            .replace(
                "    horizon: 2.5 s\n",
                "    horizon: 2.5 s\n    ends_when: \"abs(pole.rate) - 1\"\n"));
    Path half = folder.resolve("half.state");
    Path whole = folder.resolve("whole.state");
    Path rest = folder.resolve("rest.state");
    olivo(robot.toString(), "--seed=7", "--for=" + seconds + "s", "--save=" + half);
    olivo(robot.toString(), "--seed=7", "--for=12s", "--save=" + whole);
    olivo(robot.toString(), "--resume=" + half, "--for=12s", "--save=" + rest);
    assertArrayEquals(Files.readAllBytes(whole), Files.readAllBytes(rest));
  }

  @Test
  void loadedInsteadOfResumedItBeginsAnew() throws Exception {
    Path half = folder.resolve("half.state");
    olivo("arm2", "--seed=7", "--for=4s", "--save=" + half);
    OlivoProcess loaded = olivo("arm2", "--seed=7", "--load=" + half, "--for=5s", "--digest");
    OlivoProcess resumed = olivo("arm2", "--seed=7", "--resume=" + half, "--for=5s", "--digest");
    assertNotEquals(loaded.text("digest"), resumed.text("digest"));
    assertTrue(loaded.output().contains("\"ticks\" : 2500"), loaded.output());
  }

  @Test
  void anotherSeedOrNoTimeLeftOrAnotherRobotIsRefusedWithTheRemedy() throws Exception {
    Path half = folder.resolve("half.state");
    olivo("arm2", "--seed=7", "--for=1s", "--save=" + half);
    refuses("--seed 7", "arm2", "--resume=" + half, "--seed=8");
    refuses("give more than 1.0 s", "arm2", "--resume=" + half, "--for=1s");
    refuses("another robot file", "cart1", "--resume=" + half);
    refuses("leave out --load", "arm2", "--resume=" + half, "--load=" + half);
  }

  private void refuses(String remedy, String robot, String... more) throws Exception {
    OlivoProcess refused = olivo(robot, more);
    assertNotEquals(0, refused.exitCode);
    assertTrue(refused.output().contains(remedy), refused.output());
    assertTrue(!refused.output().contains("\tat "), refused.output());
  }
}
