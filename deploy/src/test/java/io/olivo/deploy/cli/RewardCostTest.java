package io.olivo.deploy.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RewardCostTest {
  @TempDir Path folder;
  private final Spoken spoken = new Spoken();

  private String program(String body) throws Exception {
    Path script = folder.resolve("beside.sh");
    Files.writeString(script, "while read steps; do " + body + "; done\n");
    return "sh " + script;
  }

  private int cost(String... beside) {
    String[] arguments = new String[6 + beside.length];
    String[] first = {"bench", "reward-cost", "-q", "--rounds", "2", "--json"};
    System.arraycopy(first, 0, arguments, 0, first.length);
    System.arraycopy(beside, 0, arguments, first.length, beside.length);
    return spoken.olivo(arguments);
  }

  @Test
  void noLearnerAsksForMemoryAndProgramsBesideTakePart() throws Exception {
    String command = program("echo .5"); // s for every turn
    assertEquals(ExitCode.OK, cost("--beside", command), spoken.said());
    JsonNode rows = JsonMapper.shared().readTree(spoken.printed()).get("rows");
    assertEquals(7, rows.size());
    for (int row = 0; row < 6; row++) {
      assertTrue(rows.get(row).get("micros_per_step_best").asDouble() > 0);
      assertEquals(0, rows.get(row).get("bytes_per_step").asDouble(), .5, spoken.printed());
    }
    JsonNode beside = rows.get(6);
    assertEquals(command, beside.get("name").asString());
    assertTrue(beside.get("bytes_per_step").isNull());
    assertEquals(.5e6 / 6, beside.get("micros_per_step_best").asDouble(), 1, "six steps a turn");
  }

  @Test
  void aProgramThatEndsOrChattersIsAUsageError() throws Exception {
    assertEquals(ExitCode.USAGE, cost("--beside", "true"));
    assertTrue(spoken.said().contains("\"true\" ended instead of timing"), spoken.said());
    assertEquals(ExitCode.USAGE, cost("--beside", program("echo soon")));
    assertTrue(spoken.said().contains("answered \"soon\"; it must answer"), spoken.said());
  }

  @Test
  void roundsMustBeSome() {
    assertEquals(ExitCode.USAGE, spoken.olivo("bench", "reward-cost", "--rounds", "0"));
    assertTrue(spoken.said().contains("--rounds must be from 1 to 10000, got 0"), spoken.said());
  }
}
