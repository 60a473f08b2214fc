package io.olivo.deploy.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KillBenchTest {
  @TempDir private Path folder;

  @Test
  void aProcessKilledWhileItSavesLeavesTheNewestGenerationOrTheOneBefore() throws Exception {
    Map<String, KillCount> counts = new KillBench(folder, 44, 2).run(done -> {});
    assertEquals(11, counts.size());
    counts.forEach(
        (step, count) -> {
          assertEquals(4, count.kills(), step);
          assertEquals(0, count.broken(), step);
        });
    assertTrue(counts.get("create").previous() >= 2, "those that wait there have written nothing");
    assertEquals(4, counts.get("published").newest());
  }
}
