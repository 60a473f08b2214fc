package io.olivo.controller.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalKillTest {
  private static final int KILLS = 3;
  private static final int AT_LEAST = 20; // events before each kill

  @TempDir Path folder;

  /** What the process had synced when SIGKILL came. */
  private long killedAfter() throws Exception {
    Process writer =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+UseSerialGC",
                    "-cp",
                    System.getProperty("java.class.path"),
                    JournalWriter.class.getName(),
                    folder.toString()))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    long synced = 0;
    try (BufferedReader said = writer.inputReader(UTF_8)) {
      for (int i = 0; i < AT_LEAST; i++) {
        synced = Long.parseLong(said.readLine());
      }
      writer.toHandle().destroyForcibly(); // the process itself would close the stream
      for (String line = said.readLine(); line != null; line = said.readLine()) {
        synced = line.isEmpty() ? synced : Long.parseLong(line);
      }
    }
    return synced;
  }

  @Test
  void whatWasSyncedOutlivesAKillAndTheNextLifeGoesOnBehindIt() throws Exception {
    for (int kill = 1; kill <= KILLS; kill++) {
      long synced = killedAfter();
      assertTrue(synced >= (long) kill * AT_LEAST, "the next life goes on: " + synced);
      try (Journal left = Journal.on(JournalFiles.open(folder, 1L << 18), 1L << 18, 1)) {
        for (long id = 1; id <= synced; id++) {
          Entry entry = left.next(id - 1);
          assertNotNull(entry, "event " + id + " of " + synced + " is gone");
          assertEquals("event " + id, new String(entry.payload(), UTF_8));
        }
      }
    }
  }
}
