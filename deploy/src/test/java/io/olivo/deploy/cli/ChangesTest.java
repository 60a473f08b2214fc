package io.olivo.deploy.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ChangesTest {
  private static final String SHORT =
      "--algo random,reinforce --seeds 901,900 --changes 8 --phase-steps 200 --every 100";

  @TempDir Path folder;
  private final Spoken spoken = new Spoken();

  private int changes(String arguments) {
    return spoken.olivo(("bench changes -q " + arguments).split(" "));
  }

  private JsonNode json(String arguments) {
    assertEquals(ExitCode.OK, changes(arguments + " --json"), spoken.said());
    return JsonMapper.shared().readTree(spoken.printed());
  }

  @Test
  void theJsonHasEveryChangeOfEverySeed() {
    JsonNode result = json(SHORT);
    assertEquals("Pendulum-v1", result.get("env").asString());
    assertEquals(-250, result.get("bar").asDouble());
    JsonNode row = result.get("rows").get(1);
    assertEquals("reinforce", row.get("algo").asString());
    assertEquals(16, row.get("all").get("changes").asInt());
    assertEquals(8, row.get("new").get("changes").asInt());
    assertEquals(8, row.get("blocks").size());
    assertEquals("unknown", row.get("plasticity").asString());
    JsonNode change = row.get("seeds").get(0).get("changes").get(0);
    assertTrue(change.get("returning").asBoolean());
    assertTrue(change.get("recovered_at_steps").isNull(), "nobody learns it in 200 steps");
    assertTrue(result.get("command").asString().contains("--seeds 901,900"), spoken.printed());
  }

  @Test
  void everyLearnerMeetsTheSameBodiesHoweverManyRunAtATime() {
    JsonNode one = json(SHORT + " --jobs 1").get("rows");
    JsonNode four = json(SHORT + " --jobs 4").get("rows");
    for (int seed = 0; seed < 2; seed++) {
      JsonNode random = one.get(0).get("seeds").get(seed).get("changes");
      assertEquals(random, four.get(0).get("seeds").get(seed).get("changes"));
      JsonNode reinforce = one.get(1).get("seeds").get(seed).get("changes");
      for (int change = 0; change < 8; change++) {
        assertEquals(random.get(change).get("body"), reinforce.get(change).get("body"));
      }
    }
  }

  @Test
  void whatIsPassedAtOnceIsRecoveredInNoSteps() {
    JsonNode row = json(SHORT + " --bar -1e5").get("rows").get(0);
    assertEquals(16, row.get("all").get("recovered").asInt());
    assertEquals(16, row.get("all").get("harmless").asInt());
    assertEquals(0, row.get("all").get("mean_steps").asDouble());
    assertEquals(16, row.get("all").get("passing_at_end").asInt());
  }

  @Test
  void withoutABarTheTaskMustBeSolved() {
    JsonNode result = json("--env CartPole-v1 " + SHORT);
    assertTrue(result.get("bar").isNull());
    assertEquals(0, result.get("rows").get(0).get("all").get("recovered").asInt());
  }

  @Test
  void theTableHasEveryLearnerEveryBlockAndAnAnswer() {
    assertEquals(ExitCode.OK, changes(SHORT), spoken.said());
    String printed = spoken.printed();
    assertTrue(printed.contains("2 seed(s), 8 changes of body, 200 steps each"), printed);
    assertTrue(printed.contains("8-8"), printed);
    assertTrue(printed.contains("0/8"), printed);
    assertTrue(printed.contains("random recovers from 0 of 16, too few to say"), printed);
  }

  @Test
  void thePageDrawsTheStepsOverTheChanges() throws Exception {
    Path page = folder.resolve("changes.html");
    assertEquals(ExitCode.OK, changes(SHORT + " --differing 3 --html " + page), spoken.said());
    String html = Files.readString(page);
    assertEquals(1, html.split("<canvas", -1).length - 1);
    assertTrue(
        html.contains("8 changes, 200 steps each, a test every 100; a new body differs in 3"));
    assertTrue(html.contains("REINFORCE, linear</th>"));
  }

  @ParameterizedTest
  @CsvSource({
    "--env, Walker, 'there is no task \"Walker\"; choose from CartPole-v1'",
    "--algo, sac, 'there is no learner \"sac\"; choose from olivo'",
    "--changes, 0, there must be at least one change",
    "--differing, 0, a new body must differ in at least one parameter",
    "--every, 0, tests must lie at least one step apart",
    "--jobs, 0, must be at least 1",
  })
  void whatCannotBeIsAUsageErrorThatHelps(String option, String value, String line) {
    assertEquals(ExitCode.USAGE, changes(option + " " + value));
    assertTrue(spoken.said().contains(line), spoken.said());
  }
}
