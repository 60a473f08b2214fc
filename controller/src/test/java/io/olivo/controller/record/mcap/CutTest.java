package io.olivo.controller.record.mcap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A recording whose end is missing. */
class CutTest {
  @TempDir Path folder;

  private static byte[] recording(Compression compression, int messages) throws IOException {
    McapOptions options = new McapOptions("", "test", compression, 1 << 10);
    Random random = new Random(1);
    return Recordings.written(
        options,
        writer -> {
          int channel = writer.channel(0, "/tick", "json", Map.of());
          writer.metadata("run", Map.of("seed", "7"));
          for (int i = 0; i < messages; i++) {
            byte[] data = ("{\"i\":" + i + ",\"x\":" + random.nextGaussian() + "}").getBytes();
            writer.message(channel, i, i, i, data, 0, data.length);
          }
          writer.attachment("end", "text/plain", messages, 0, new byte[] {1, 2, 3});
        });
  }

  @ParameterizedTest
  @EnumSource
  void cutAtAnyByteAllWholeChunksBeforeAreThere(Compression compression) throws IOException {
    byte[] bytes = recording(compression, 60);
    Recordings.Result whole = Recordings.read(bytes);
    assertTrue(whole.all(ChunkIndex.class).size() > 3, "a test of several chunks");
    for (int length = 0; length < bytes.length; length++) {
      requireCut(bytes, length, whole);
    }
  }

  @ParameterizedTest
  @EnumSource
  void cutAtAThousandPlacesALargeOneOpensToo(Compression compression) throws IOException {
    byte[] bytes = recording(compression, 1_000);
    Recordings.Result whole = Recordings.read(bytes);
    Random random = new Random(2);
    for (int i = 0; i < 1_000; i++) {
      requireCut(bytes, random.nextInt(bytes.length), whole);
    }
  }

  private static void requireCut(byte[] bytes, int length, Recordings.Result whole)
      throws IOException {
    Recordings.Result cut = Recordings.read(bytes, length);

    assertEquals(List.of(), cut.refused(), () -> "cut at " + length);
    assertFalse(cut.ending().whole(), () -> "cut at " + length);
    assertEquals(length, cut.ending().bytes());
    assertTrue(cut.ending().lastWhole() <= length);
    assertEquals(whole.records().subList(0, cut.records().size()), cut.records());
    assertEquals(messagesBefore(whole, length), cut.messages().size(), () -> "cut at " + length);
  }

  /** All chunks but the last have as many messages as their index says. */
  private static long messagesBefore(Recordings.Result whole, int length) {
    long until =
        whole.all(ChunkIndex.class).stream()
            .filter(index -> index.chunkStartOffset() + index.chunkLength() <= length)
            .mapToLong(ChunkIndex::messageEndTime)
            .max()
            .orElse(-1);
    return whole.messages().stream().filter(message -> message.logTime() <= until).count();
  }

  @Test
  void theCutIsTold() throws IOException {
    byte[] bytes = recording(Compression.NONE, 10);

    assertEquals(
        "cut at byte 30 (the last whole record ends at byte 29)",
        Recordings.read(bytes, 30).ending().text());
    assertEquals("whole, %d bytes".formatted(bytes.length), Recordings.read(bytes).ending().text());
  }

  @Test
  void whatWasFlushedIsThereWhenTheProcessIsGone() throws IOException {
    Path file = folder.resolve("run.mcap");
    McapOptions options = McapOptions.of("test", Compression.LZ4);
    try (McapWriter writer = McapWriter.create(file, options)) {
      int channel = writer.channel(0, "/tick", "json", Map.of());
      for (int i = 0; i < 100; i++) {
        writer.message(channel, i, i, i, new byte[100], 0, 100);
      }
      writer.flush();
      assertEquals(Files.size(file), writer.bytesWritten());
      assertEquals(0, writer.bytesWaiting());
      writer.message(channel, 100, 100, 100, new byte[100], 0, 100);

      Recordings.Result read = Recordings.read(McapReader.open(file));
      assertEquals(100, read.messages().size());
      assertEquals(Files.size(file), read.ending().lastWhole());
      assertFalse(read.ending().closed());
    }
    assertEquals(101, Recordings.read(McapReader.open(file)).messages().size());
  }
}
