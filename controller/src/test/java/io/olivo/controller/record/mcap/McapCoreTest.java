package io.olivo.controller.record.mcap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ours against the official library (npm {@code @mcap/core}), both ways. */
class McapCoreTest {
  private static final int MESSAGES = 5_000;

  @TempDir Path folder;

  /** Returns the sum of all messages on the one topic and the other. */
  private static CRC32[] write(Path file, Compression compression, int chunkBytes)
      throws IOException {
    CRC32[] sums = {new CRC32(), new CRC32()};
    Random random = new Random(1);
    try (McapWriter writer =
        McapWriter.create(file, new McapOptions("", "olivo", compression, chunkBytes))) {
      int schema = writer.schema("Tick", "jsonschema", "{\"type\":\"object\"}".getBytes());
      int[] channels = {
        writer.channel(schema, "/tick", "json", Map.of("unit", "rad")),
        writer.channel(0, "/event", "json", Map.of())
      };
      writer.metadata("run", Map.of("seed", "7"));
      for (int i = 0; i < MESSAGES; i++) {
        int which = i % 10 == 0 ? 1 : 0;
        byte[] data = ("{\"i\":" + i + ",\"x\":" + random.nextGaussian() + "}").getBytes();
        writer.message(channels[which], i, 2_000L * i, 2_000L * i, data, 0, data.length);
        sums[which].update(data);
        if (i == MESSAGES / 2) {
          writer.attachment("robot.yaml", "text/yaml", 5, 4, "rate: 500".getBytes());
          writer.flush();
        }
      }
    }
    return sums;
  }

  @Test
  void theOfficialReaderFindsAllOfOurs() throws Exception {
    OfficialReader official = OfficialReader.orSkip();
    List<Path> files = new ArrayList<>();
    CRC32[] sums = {};
    for (Compression compression : Compression.values()) {
      for (int chunkBytes : new int[] {1 << 10, 1 << 18}) {
        Path file = folder.resolve(compression + "-" + chunkBytes + ".mcap");
        sums = write(file, compression, chunkBytes); // the same of all
        files.add(file);
      }
    }
    List<String> told = official.check(files.toArray(Path[]::new));

    assertEquals(files.size(), told.size());
    for (int i = 0; i < files.size(); i++) {
      requireAll(told.get(i), sums);
      assertTrue(told.get(i).contains("\"bytes\":" + Files.size(files.get(i))), told.get(i));
    }
  }

  private static void requireAll(String told, CRC32[] sums) {
    requireTopic(told, "/tick", MESSAGES * 9 / 10, sums[0]);
    requireTopic(told, "/event", MESSAGES / 10, sums[1]);
    assertTrue(told.contains("\"library\":\"olivo\""), told);
    assertTrue(told.contains("{\"name\":\"run\",\"facts\":{\"seed\":\"7\"}}"), told);
    assertTrue(told.contains("\"name\":\"robot.yaml\",\"mediaType\":\"text/yaml\",\"bytes\":9"));
    assertTrue(told.contains("\"endNs\":\"" + 2_000L * (MESSAGES - 1) + "\""), told);
  }

  private static void requireTopic(String told, String topic, int messages, CRC32 sum) {
    String head = "\"%s\":{\"messages\":%d,".formatted(topic, messages);
    int at = told.indexOf(head);
    assertTrue(at >= 0, () -> head + " is not in " + told);
    String one = told.substring(at, told.indexOf('}', at));
    assertTrue(one.endsWith("\"crc\":" + sum.getValue()), () -> sum.getValue() + " of " + one);
  }

  /** Else its silence would mean nothing. */
  @Test
  void theOfficialReaderRefusesADamagedOne() throws Exception {
    OfficialReader official = OfficialReader.orSkip();
    Path file = folder.resolve("damaged.mcap");
    write(file, Compression.NONE, 1 << 14);
    byte[] bytes = Files.readAllBytes(file);
    for (int at : new int[] {bytes.length / 2, 30, bytes.length - 60}) { // chunk, facts, summary
      byte[] damaged = bytes.clone();
      damaged[at] ^= 1;
      Files.write(file, damaged);
      assertThrows(AssertionError.class, () -> official.check(file), "byte " + at);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "zstd"})
  void oursFindsAllThatTheOfficialWriterWrote(String compression) throws Exception {
    Path file = folder.resolve("official.mcap");
    OfficialReader.orSkip().write(file, compression);
    Recordings.Result read = Recordings.read(McapReader.open(file));

    assertEquals(List.of(), read.refused());
    assertTrue(read.ending().whole());
    assertEquals(new Header("", "official"), read.records().getFirst());
    assertEquals(500, read.messages().size());
    assertEquals(
        new Message(0, 499, 499_000, 499_000, "{\"i\":499}".getBytes()), read.messages().getLast());
    assertEquals(
        List.of(new Attachment(7, 6, "robot.yaml", "text/yaml", "rate: 500".getBytes())),
        read.all(Attachment.class));
    assertEquals(List.of(new Metadata("run", Map.of("seed", "7"))), read.all(Metadata.class));
    String spelling = compression.equals("none") ? "" : compression;
    read.all(ChunkIndex.class).forEach(index -> assertEquals(spelling, index.compression()));
    assertTrue(read.all(ChunkIndex.class).size() > 3);
  }
}
