package io.olivo.deploy.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class BothTest {
  private final Spoken spoken = new Spoken();

  private int both(String arguments) {
    return spoken.olivo(("bench both -q " + arguments).split(" "));
  }

  private JsonNode json(String arguments) {
    assertEquals(ExitCode.OK, both(arguments + " --json"), spoken.said());
    return JsonMapper.shared().readTree(spoken.printed());
  }

  @Test
  void theJsonHasEveryArmSeedAndCurve() {
    JsonNode result = json("--throws 100 --seeds 901,900 --arms neither,torques");
    assertEquals(100, result.get("throws").asInt());
    JsonNode row = result.get("rows").get(1);
    assertEquals("torques", row.get("taught_by").asString());
    assertEquals(901, row.get("seeds").get(0).get("seed").asInt());
    assertEquals(20, row.get("seeds").get(0).get("curve_m").size());
    assertTrue(row.get("largest_command").asDouble() <= 1, spoken.printed());
    assertTrue(result.get("command").asString().contains("--seeds 901,900"), spoken.printed());
  }

  @Test
  void theNumbersDoNotDependOnHowManyRunAtATime() {
    String arguments = "--throws 100 --seeds 900,901 --arms reward,torques --jobs ";
    JsonNode one = json(arguments + 1);
    JsonNode four = json(arguments + 4);
    for (int row = 0; row < 2; row++) {
      assertEquals(one.get("rows").get(row).get("seeds"), four.get("rows").get(row).get("seeds"));
    }
  }

  @Test
  void theTableNamesEverybody() {
    assertEquals(ExitCode.OK, both("--throws 100 --seeds 900 --arms reward,neither"));
    assertTrue(spoken.printed().contains("1 seed(s), 100 throws each"), spoken.printed());
    assertTrue(spoken.printed().contains("path by reward, followed by feedback"));
  }

  @ParameterizedTest
  @CsvSource({
    "--arms, pain, 'nobody is taught by \"pain\"; choose from neither, error, reward'",
    "--throws, 90, 'throws must be at least 100 and a multiple of 20, got 90'",
    "--jobs, 0, must be at least 1",
  })
  void whatCannotBeIsAUsageErrorThatHelps(String option, String value, String line) {
    assertEquals(ExitCode.USAGE, both(option + " " + value));
    assertTrue(spoken.said().contains(line), spoken.said());
  }
}
