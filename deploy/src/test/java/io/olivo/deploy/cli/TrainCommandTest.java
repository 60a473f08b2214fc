package io.olivo.deploy.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.olivo.learning.snapshot.StateFile;
import io.olivo.learning.snapshot.StateReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class TrainCommandTest {
  private static final String PENDULUM = Path.of("src/main/robots/pendulum.yaml").toString();

  @TempDir Path folder;
  private final Spoken spoken = new Spoken();

  private Path file() {
    return folder.resolve("best.state");
  }

  private JsonNode trained() {
    int code =
        spoken.olivo(
            "train",
            PENDULUM,
            "--steps=1500",
            "--seeds=905,906",
            "--out=" + file(),
            "--folder=" + folder,
            "--json",
            "-q");
    assertEquals(ExitCode.OK, code, spoken.said());
    return JsonMapper.shared().readTree(spoken.printed());
  }

  @Test
  void theBestIsSavedWithItsLineageAndTheRobotGoesOnLearningWithIt() {
    JsonNode result = trained();
    assertEquals(2, result.get("learners").size());
    Map<String, String> facts = new StateReader(StateFile.read(file())).facts();
    assertEquals(result.get("best").asString(), facts.get("train.seed"));
    assertEquals("905,906", facts.get("train.seeds"));
    assertEquals("1500", facts.get("train.steps"));
    assertEquals(result.get("digest").asString(), facts.get("train.digest"));
    assertTrue(facts.containsKey("config") && facts.containsKey("software"), facts.toString());
    int run = spoken.olivo("run", PENDULUM, "--load=" + file(), "--for=10s", "--json", "-q");
    assertEquals(ExitCode.OK, run, spoken.said());
    JsonNode ran = JsonMapper.shared().readTree(spoken.printed());
    assertEquals(200, ran.get("ticks").asInt());
  }

  @Test
  void noCheckpointIsLeftBehind() throws Exception {
    trained();
    try (var left = Files.list(folder.resolve("pendulum"))) {
      assertEquals(0, left.count());
    }
  }

  @Test
  void aRobotWithoutARewardIsToldWhatToDo() {
    String arm = Path.of("src/main/robots/arm2.yaml").toString();
    assertEquals(ExitCode.ROBOT_FILE, spoken.olivo("train", arm, "-q"));
    assertTrue(spoken.said().contains("olivo run"), spoken.said());
  }

  @Test
  void nonsenseIsAUsageError() {
    assertEquals(ExitCode.USAGE, spoken.olivo("train", PENDULUM, "--steps=0"));
    assertEquals(ExitCode.USAGE, spoken.olivo("train", PENDULUM, "--jobs=0"));
  }

  @Test
  void bodiesAreDrawnWhereSomebodyAsksOnly() {
    String[] run = {"run", PENDULUM, "--seed=904", "--for=20s", "--json", "-q", "--digest"};
    assertEquals(ExitCode.OK, spoken.olivo(run), spoken.said());
    String usual = spoken.printed();
    String[] drawn = java.util.Arrays.copyOf(run, run.length + 1);
    drawn[run.length] = "--randomise";
    assertEquals(ExitCode.OK, spoken.olivo(drawn), spoken.said());
    assertTrue(!digest(usual).equals(digest(spoken.printed())));
  }

  private static String digest(String json) {
    return JsonMapper.shared().readTree(json).get("digest").asString();
  }
}
