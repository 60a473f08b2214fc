package io.olivo.deploy.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class FaultsCommandTest {
  private final Spoken spoken = new Spoken();

  @Test
  void everySeedOfAFaultIsInTheJson() {
    assertEquals(
        ExitCode.OK,
        spoken.olivo(
            "bench",
            "faults",
            "--plant",
            "gaze2",
            "--faults",
            "learner-nan",
            "--seeds",
            "1,2",
            "--json",
            "-q"));
    JsonNode rows = JsonMapper.shared().readTree(spoken.printed()).get("rows");
    assertEquals(2, rows.size());
    assertEquals("degrade", rows.get(1).get("outcome").asString());
    assertEquals(0, rows.get(1).get("violations").asInt());
  }

  @Test
  void aFaultThatIsNoneIsRefusedAndAllAreNamed() {
    assertEquals(ExitCode.USAGE, spoken.olivo("bench", "faults", "--faults", "gremlin"));
    assertTrue(spoken.said().contains("gremlin") && spoken.said().contains("learner-nan"));
  }

  @Test
  void aLongRunTellsWhatItCameTo() {
    spoken.olivo("bench", "endurance", "--plant", "gaze2", "--hours", "0.02", "--seed", "1", "-q");
    assertTrue(spoken.printed().contains("heap_growth_mib"), spoken.printed());
    assertTrue(spoken.printed().contains("largest weight"), spoken.printed());
  }

  @Test
  void noTimeIsRefused() {
    assertEquals(ExitCode.USAGE, spoken.olivo("bench", "endurance", "--hours", "0"));
  }
}
