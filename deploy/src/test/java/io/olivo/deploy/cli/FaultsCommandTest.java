package io.olivo.deploy.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class FaultsCommandTest {
  private final StringWriter said = new StringWriter();
  private String printed = "";

  private int olivo(String... arguments) {
    CommandLine line = Olivo.commandLine();
    line.setErr(new PrintWriter(said, true));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream usual = System.out;
    System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
    try {
      return line.execute(arguments);
    } finally {
      System.setOut(usual);
      printed = out.toString(StandardCharsets.UTF_8);
    }
  }

  @Test
  void everySeedOfAFaultIsInTheJson() {
    assertEquals(
        ExitCode.OK,
        olivo(
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
    JsonNode rows = JsonMapper.shared().readTree(printed).get("rows");
    assertEquals(2, rows.size());
    assertEquals("degrade", rows.get(1).get("outcome").asString());
    assertEquals(0, rows.get(1).get("violations").asInt());
  }

  @Test
  void aFaultThatIsNoneIsRefusedAndAllAreNamed() {
    assertEquals(ExitCode.USAGE, olivo("bench", "faults", "--faults", "gremlin"));
    assertTrue(said.toString().contains("gremlin") && said.toString().contains("learner-nan"));
  }

  @Test
  void aLongRunTellsWhatItCameTo() {
    olivo("bench", "endurance", "--plant", "gaze2", "--hours", "0.02", "--seed", "1", "-q");
    assertTrue(printed.contains("heap_growth_mib"), printed);
    assertTrue(printed.contains("largest weight"), printed);
  }

  @Test
  void noTimeIsRefused() {
    assertEquals(ExitCode.USAGE, olivo("bench", "endurance", "--hours", "0"));
  }
}
