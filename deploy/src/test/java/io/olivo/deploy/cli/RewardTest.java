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

class RewardTest {
  @TempDir Path folder;
  private final Spoken spoken = new Spoken();

  private int reward(String arguments) {
    return spoken.olivo(("bench reward -q " + arguments).split(" "));
  }

  private JsonNode json(String arguments) {
    assertEquals(ExitCode.OK, reward(arguments + " --json"), spoken.said());
    return JsonMapper.shared().readTree(spoken.printed());
  }

  private static final String SHORT =
      "--algo random,reinforce --seeds 901,900 --steps 600 --every 200";

  @Test
  void theJsonHasEveryTaskLearnerAndSeed() {
    JsonNode result = json("--env CartPole-v1,Pendulum-v1 " + SHORT);
    assertEquals(4, result.get("rows").size());
    JsonNode row = result.get("rows").get(3);
    assertEquals("Pendulum-v1", row.get("env").asString());
    assertEquals("reinforce", row.get("algo").asString());
    assertEquals(2, row.get("seeds_run").asInt());
    assertEquals(0, row.get("seeds_solved").asInt());
    assertTrue(row.get("solved_at_steps_median").isNull());
    assertTrue(row.get("final_return").get("median").asDouble() < -200, spoken.printed());
    JsonNode seed = row.get("seeds").get(0);
    assertEquals(901, seed.get("seed").asInt());
    assertEquals(3, seed.get("returns").size());
    assertTrue(seed.get("solved_at_steps").isNull());
    assertTrue(!seed.get("final_success").asBoolean());
    assertTrue(result.get("command").asString().contains("--seeds 901,900"), spoken.printed());
  }

  @Test
  void theNumbersDoNotDependOnHowManyRunAtATime() {
    JsonNode one = json(SHORT + " --jobs 1");
    JsonNode four = json(SHORT + " --jobs 4");
    for (int row = 0; row < 2; row++) {
      for (int seed = 0; seed < 2; seed++) {
        assertEquals(
            one.get("rows").get(row).get("seeds").get(seed).get("returns"),
            four.get("rows").get(row).get("seeds").get(seed).get("returns"));
      }
    }
  }

  @Test
  void changesReachTheTask() {
    JsonNode plain = json("--env Pendulum-v1 " + SHORT);
    JsonNode changed = json("--env Pendulum-v1 --change 200:length=2,400:gain=.5 " + SHORT);
    JsonNode before = plain.get("rows").get(0).get("seeds").get(0).get("returns");
    JsonNode after = changed.get("rows").get(0).get("seeds").get(0).get("returns");
    assertTrue(!before.get(1).equals(after.get(1)), "the longer pendulum is judged, too");
    assertEquals(2, changed.get("changes").size());
    assertEquals("gain", changed.get("changes").get(1).get("parameter").asString());
  }

  @Test
  void theTableNamesEverybody() {
    assertEquals(ExitCode.OK, reward(SHORT), spoken.said());
    assertTrue(
        spoken.printed().contains("random") && spoken.printed().contains("reinforce"),
        spoken.printed());
    assertTrue(
        spoken.printed().contains("2 seed(s), 600 steps, a checkpoint every 200"),
        spoken.printed());
    assertTrue(spoken.printed().contains("0/2"), spoken.printed());
  }

  @Test
  void whoCannotHaveATaskIsLeftOutUnlessAskedFor() {
    JsonNode numbers = json("--env Pendulum-v1 --seeds 900 --steps 2 --every 2");
    JsonNode choices = json("--env CartPole-v1 --seeds 900 --steps 2 --every 2");
    assertEquals(choices.get("rows").size(), numbers.get("rows").size() + 1);
  }

  @Test
  void namesThatOthersUseAreUnderstood() {
    JsonNode rows =
        json("--algo stream-ac,stream-ac-fa,np,agrel --seeds 900 --steps 2 --every 2").get("rows");
    assertEquals("stream-bp", rows.get(0).get("algo").asString());
    assertEquals("stream-fa", rows.get(1).get("algo").asString());
    assertEquals("np", rows.get(2).get("algo").asString());
    assertEquals("agrel", rows.get(3).get("algo").asString());
  }

  @Test
  void thePageIsOneFileWithAChartPerTask() throws Exception {
    Path page = folder.resolve("reward.html");
    assertEquals(ExitCode.OK, reward("--env CartPole-v1,Acrobot-v1 " + SHORT + " --html " + page));
    String html = Files.readString(page);
    assertEquals(2, html.split("<canvas", -1).length - 1);
    assertTrue(html.contains("Nobody solves it within 600 steps."));
    assertTrue(html.contains("REINFORCE, linear</th>"));
    assertTrue(html.contains("\"linear\":true"), "returns may be negative");
    assertTrue(html.contains("<code>olivo bench reward -q --env CartPole-v1,Acrobot-v1"));
  }

  @ParameterizedTest
  @CsvSource({
    "--env, Walker, 'there is no task \"Walker\"; choose from CartPole-v1'",
    "--algo, sac, 'there is no learner \"sac\"; choose from olivo'",
    "--env Pendulum-v1 --algo, agrel, agrel chooses among a few actions",
    "--every, 0, checkpoints must lie at least one step apart",
    "--jobs, 0, must be at least 1",
    "--late, -1, lateness and noise must be 0 or more",
    "--change, soon, 'write STEP:NAME=VALUE, as in 10000:gain=-1'",
    "--change, 5:wind=1, CartPole-v1 has no parameter",
    "--seeds, 5-3, '\"5-3\" has no seeds'",
  })
  void whatCannotBeIsAUsageErrorThatHelps(String option, String value, String line) {
    assertEquals(ExitCode.USAGE, reward(option + " " + value));
    assertTrue(spoken.said().contains(line), spoken.said());
  }
}
