package io.olivo.controller.record.mcap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The end of a recording, and reading from a time on. */
class SummaryTest {
  private static final int MESSAGES = 2_000;

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void record() throws IOException {
    file = folder.resolve("run.mcap");
    McapOptions options = new McapOptions("", "test", Compression.LZ4, 1 << 12);
    try (McapWriter writer = McapWriter.create(file, options)) {
      int schema = writer.schema("Tick", "jsonschema", new byte[0]);
      int channel = writer.channel(schema, "/tick", "json", Map.of());
      for (int i = 0; i < MESSAGES; i++) {
        writer.message(channel, i, 10L * i, 10L * i, new byte[50], 0, 50);
      }
      writer.attachment("a", "text/plain", 1, 1, new byte[3]);
    }
  }

  @Test
  void itCountsWithoutReadingTheRest() throws IOException {
    Summary summary = Summary.of(file);

    assertNotNull(summary);
    Statistics statistics = summary.statistics();
    assertNotNull(statistics);
    assertEquals(MESSAGES, statistics.messageCount());
    assertEquals(10L * (MESSAGES - 1), statistics.messageEndTime());
    assertEquals(Map.of(1, (long) MESSAGES), statistics.channelMessageCounts());
    assertTrue(summary.records().contains(new Channel(1, 1, "/tick", "json", Map.of())));
  }

  @Test
  void readingFromATimeBeginsWithTheChunkOfThatTime() throws IOException {
    for (long time : new long[] {0, 5, 9_990, 10_000, 10L * (MESSAGES - 1)}) {
      Recordings.Result read = Recordings.read(McapReader.openAt(file, time));
      long first = read.messages().getFirst().logTime();

      assertTrue(read.ending().whole());
      assertTrue(first <= time && first > time - 10_000 / 2, () -> time + ": " + first);
      assertEquals(10L * (MESSAGES - 1), read.messages().getLast().logTime());
      assertEquals(MESSAGES - first / 10, read.messages().size());
    }
  }

  @Test
  void behindTheLastTimeThereIsNothing() throws IOException {
    try (McapReader reader = McapReader.openAt(file, 10L * MESSAGES)) {
      assertEquals(DataEnd.class, reader.next().getClass());
    }
  }

  @Test
  void theChannelIsKnownWithoutItsChunk() throws IOException {
    try (McapReader reader = McapReader.openAt(file, 10_000)) {
      assertEquals("/tick", reader.channel(((Message) reader.next()).channelId()).topic());
      assertEquals("Tick", reader.schema(reader.channel(1)).name());
    }
  }

  @Test
  void aCutFileHasNoneAndIsReadFromItsStart() throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    Path cut = Files.write(folder.resolve("cut"), Arrays.copyOf(bytes, bytes.length - 20));

    assertNull(Summary.of(cut));
    assertNull(Summary.of(Files.write(folder.resolve("empty"), new byte[0])));
    Recordings.Result read = Recordings.read(McapReader.openAt(cut, 10_000));
    assertEquals(MESSAGES, read.messages().size());
  }

  @Test
  void aDamagedOneIsRefused() throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    for (int back = 9; back < 600; back += 7) {
      byte[] damaged = bytes.clone();
      damaged[bytes.length - back] ^= 1;
      Path other = Files.write(folder.resolve("damaged"), damaged);
      boolean refused;
      try {
        refused = Summary.of(other) == null; // not even a footer
      } catch (McapException e) {
        refused = true;
      }
      assertTrue(refused, "byte " + (bytes.length - back));
    }
    assertThrows(IOException.class, () -> Summary.of(folder.resolve("none")));
  }
}
