package io.olivo.deploy.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DemoTest {
  @TempDir Path folder;

  /** Broker, simulator process, controller and report, in 60 s of robot time. */
  @Test
  void theArmLearnsMeetsAnUnknownLoadAndMastersIt() throws Exception {
    Path page = folder.resolve("demo.html");
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    PrintStream usual = System.out;
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    int code;
    try {
      code =
          Olivo.commandLine()
              .execute(
                  "demo",
                  "--headless",
                  "--json",
                  "--quiet",
                  "--seed",
                  "50",
                  "--seconds",
                  "60",
                  "--report",
                  page.toString());
    } finally {
      System.setOut(usual);
    }
    assertEquals(ExitCode.OK, code);
    JsonNode result = JsonMapper.shared().readTree(printed.toString(StandardCharsets.UTF_8));
    assertTrue(result.get("ratio_final").asDouble() <= .02, result::toString);
    assertTrue(result.get("payload_recovered").asBoolean(), result::toString);
    assertEquals(30_000, result.get("mirror_ticks").asLong());
    String html = Files.readString(page);
    assertTrue(html.contains("An arm learns to move"));
    assertFalse(html.contains("src=\"http"), "the page must open without a network");
  }
}
