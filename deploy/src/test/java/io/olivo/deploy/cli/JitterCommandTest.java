package io.olivo.deploy.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class JitterCommandTest {
  private final Spoken spoken = new Spoken();

  private int jitter(String... more) {
    String[] arguments = new String[2 + more.length];
    arguments[0] = "bench";
    arguments[1] = "jitter";
    System.arraycopy(more, 0, arguments, 2, more.length);
    return spoken.olivo(arguments);
  }

  @Test
  void everyTickThatWasDueIsCountedInBothHalves() {
    assertEquals(
        ExitCode.OK,
        jitter("-q", "--json", "--for=2s", "--rate=200", "--collectors=serial", "--garbage=0"),
        spoken.said());
    JsonNode rows = JsonMapper.shared().readTree(spoken.printed()).get("rows");
    assertEquals(1, rows.size(), "without garbage only");
    JsonNode row = rows.get(0);
    JsonNode loop = row.get("loop");
    long counted = loop.get("due").asLong() + row.get("skipped_ticks").asLong();
    assertTrue(counted >= 400, "2 s at 200 Hz: " + spoken.printed());
    assertTrue(loop.get("maxMicros").asDouble() >= loop.get("p50Micros").asDouble());
    assertEquals(0, row.get("garbage_mb_per_s").asDouble());
    assertTrue(row.get("cyclictest").isNull());
  }

  @Test
  void nonsenseIsAUsageError() {
    assertEquals(ExitCode.USAGE, jitter("--for", "1s"));
    assertTrue(spoken.said().contains("--for must be 2s or more"), spoken.said());
    assertEquals(ExitCode.USAGE, jitter("--priority", "99"));
    assertTrue(spoken.said().contains("--priority must be 0 to 80"), spoken.said());
    assertEquals(ExitCode.USAGE, jitter("--cores", "1,1", "--beside", "cyclictest"));
    assertTrue(spoken.said().contains("cyclictest needs one of its own"), spoken.said());
  }
}
