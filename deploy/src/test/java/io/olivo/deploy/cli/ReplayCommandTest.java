package io.olivo.deploy.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What olivo run records, olivo replay does again. */
class ReplayCommandTest {
  private static final JsonMapper JSON = new JsonMapper();

  @TempDir private Path folder;
  private final Spoken spoken = new Spoken();

  private JsonNode olivo(String... arguments) {
    int code = spoken.olivo(arguments);
    assertEquals(ExitCode.OK, code, spoken::said);
    return JSON.readTree(spoken.printed());
  }

  private JsonNode run(String robot, String... more) {
    List<String> all = new ArrayList<>(List.of("run", robot, "--json", "--quiet", "--seed=7"));
    all.addAll(List.of(more));
    return olivo(all.toArray(new String[0]));
  }

  private JsonNode replay(Path file, String... more) {
    List<String> all = new ArrayList<>(List.of("replay", file.toString(), "--json", "--quiet"));
    all.addAll(List.of(more));
    return olivo(all.toArray(new String[0]));
  }

  private void assertIdentical(JsonNode replay, long seconds) {
    assertTrue(replay.path("identical").asBoolean(), replay::toString);
    assertTrue(replay.path("whole").asBoolean(), replay::toString);
    assertEquals(seconds, replay.path("digests").asLong(), "once per second");
    assertTrue(replay.path("beats").asLong() >= 20 * seconds, replay::toString);
  }

  /** Every skill, payload changes and devices; a recording changes nothing of the run. */
  @ParameterizedTest
  @CsvSource({
    "arm2, 8, --set=payload=0.7@5s",
    "cart1, 4, --set=payload=0.1@3s",
    "gaze2, 4, --pace=fast",
    "pendulum, 6, --pace=fast",
    "arm2-board, 4, --devices"
  })
  void aRunIsReplayedBitForBitAndIsTheSameAsWithoutARecording(
      String robot, int seconds, String option) {
    Path file = folder.resolve("run.mcap");
    String length = "--for=" + seconds + "s";
    JsonNode plain = run(robot, length, option, "--digest");
    JsonNode recorded = run(robot, length, option, "--digest", "--record=" + file);
    assertEquals(plain.path("digest_ticks"), recorded.path("digest_ticks"));
    assertEquals(0, recorded.path("beats_not_recorded").asLong(-1));
    assertIdentical(replay(file), seconds);
  }

  @Test
  void faultsThatStopThePaceOrTheClockAreReplayed() throws IOException {
    Path faults = folder.resolve("faults.yaml");
    Files.writeString(
        faults,
        """
        faults:
          - { kind: spike, at: 3 s, size: 0.2 rad, every: 40 ms }
          - { kind: weak, part: shoulder.torque, at: 3.2 s, for: 1 s }
          - { kind: bus-hang, at: 3.5 s, for: 100 ms }
          - { kind: nan, part: elbow.angle, at: 4 s, for: 50 ms }
          - { kind: clock-step, at: 4.5 s, for: 1 s, step: 30 ms }
        """);
    Path file = folder.resolve("run.mcap");
    run("arm2", "--for=6s", "--faults=" + faults, "--record=" + file);
    JsonNode replay = replay(file);
    assertTrue(replay.path("identical").asBoolean(), replay::toString);
    assertTrue(replay.path("whole").asBoolean(), replay::toString);
    assertTrue(replay.path("beats").asLong() < 3000, "the ticks of the hang are missing");
  }

  @Test
  void episodesThatEndByFallingAreReplayed() throws IOException {
    Path robot = folder.resolve("falls.yaml");
    Files.writeString(
        robot,
        Files.readString(Path.of("src/main/robots/pendulum.yaml"))
            .replace(
                "    horizon: 2.5 s\n",
                "    horizon: 2.5 s\n    ends_when: \"abs(pole.rate) - 1\"\n"));
    Path file = folder.resolve("run.mcap");
    run(robot.toString(), "--for=8s", "--record=" + file);
    Files.delete(robot);
    JsonNode replay = replay(file);
    assertTrue(replay.path("identical").asBoolean(), replay::toString);
    assertTrue(replay.path("whole").asBoolean(), "and reads nothing but the recording");
  }

  @Test
  void aRunThatBeganWithWhatWasLearnedIsReplayedAndSoIsOneThatWentOnAndOneWithACandidate() {
    Path state = folder.resolve("half.state");
    run("cart1", "--for=4s", "--save=" + state);
    for (String begin : List.of("--load=", "--resume=", "--candidate=")) {
      Path file = folder.resolve(begin.replaceAll("\\W", "") + ".mcap");
      run("cart1", "--for=6s", begin + state, "--record=" + file);
      assertIdentical(replay(file), begin.equals("--resume=") ? 2 : 6);
    }
  }

  @Test
  void aRunInAFolderIsReplayedFromAnyOfItsFiles() throws IOException {
    Path recordings = folder.resolve("recordings");
    run("arm2", "--for=20s", "--record=" + recordings, "--record-limit=2MB");
    List<Path> files = files(recordings);
    assertTrue(files.size() > 1, files::toString);
    JsonNode last = replay(files.getLast());
    assertTrue(last.path("identical").asBoolean(), last::toString);
    assertTrue(last.path("beats").asLong() < 10_000, last::toString);
    assertIdentical(replay(files.getLast(), "--from-start"), 20);
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.sorted().toList();
    }
  }

  @Test
  void anotherLearnerIsJudgedOnWhatTheRecordedOneSaw() throws IOException {
    Path file = folder.resolve("run.mcap");
    run("cart1", "--for=8s", "--record=" + file);
    Path other = folder.resolve("other.yaml");
    String cart = Files.readString(Path.of("src/main/robots/cart1.yaml"));
    assertTrue(cart.contains("granules: 512"));
    Files.writeString(other, cart.replace("granules: 512", "granules: 16"));
    JsonNode same = replay(file, "--learner=cart1");
    assertEquals(
        same.path("feedback_rms").toString(),
        same.path("open_loop_feedback_rms").toString(),
        "the recorded learner itself");
    JsonNode replay = replay(file, "--learner=" + other);
    assertNotEquals(
        replay.path("feedback_rms").toString(), replay.path("open_loop_feedback_rms").toString());
  }

  @Test
  void itEndsWhereItIsAskedToAndSaysSo() {
    Path file = folder.resolve("run.mcap");
    run("cart1", "--for=3s", "--record=" + file);
    JsonNode replay = replay(file, "--until=1s");
    assertEquals(501, replay.path("beats").asLong());
    assertEquals("the time was over", replay.path("ending").asString());
  }

  @Test
  void whatIsNoRecordingIsRefusedWithTheRemedy() throws IOException {
    Path file = folder.resolve("run.mcap");
    assertEquals(ExitCode.ROBOT_FILE, spoken.olivo("replay", file.toString()));
    assertTrue(spoken.said().contains("--record run.mcap makes one"), spoken::said);
    Files.writeString(file, "robot: arm2");
    assertEquals(ExitCode.ROBOT_FILE, spoken.olivo("replay", file.toString()));
    assertTrue(spoken.said().contains("is no recording of Olivo"), spoken::said);
  }
}
