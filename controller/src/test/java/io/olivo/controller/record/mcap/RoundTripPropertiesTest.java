package io.olivo.controller.record.mcap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Whatever is written is read. */
class RoundTripPropertiesTest {
  private static final int LONGEST = 3_000; // bytes of a message: more than the smallest chunk

  @Property(tries = 300)
  void everyMessageComesBackInItsPlace(
      @ForAll Compression compression,
      @ForAll @IntRange(min = 1 << 10, max = 1 << 16) int chunkBytes,
      @ForAll @IntRange(max = 200) int messages,
      @ForAll long seed)
      throws IOException {
    McapOptions options = new McapOptions("p", "test", compression, chunkBytes);
    List<McapRecord> definitions = new ArrayList<>();
    List<McapRecord> others = new ArrayList<>(List.of(new Header("p", "test")));
    byte[] bytes =
        Recordings.written(
            options, writer -> write(writer, new Random(seed), messages, definitions, others));
    Recordings.Result read = Recordings.read(bytes);

    assertEquals(List.of(), read.refused());
    assertTrue(read.ending().whole());
    assertEquals(bytes.length, read.ending().bytes());
    List<McapRecord> data =
        read.records().stream().takeWhile(record -> !(record instanceof DataEnd)).toList();
    assertEquals(definitions, data.stream().filter(RoundTripPropertiesTest::defines).toList());
    assertEquals(others, data.stream().filter(record -> !defines(record)).toList());
    assertEquals(read.messages().size(), statistics(read).messageCount());
    assertEquals(read.all(ChunkIndex.class).size(), statistics(read).chunkCount());
  }

  private static boolean defines(McapRecord record) {
    return record instanceof Schema || record instanceof Channel;
  }

  private static Statistics statistics(Recordings.Result read) {
    return read.all(Statistics.class).getFirst();
  }

  /** Definitions, messages, attachments and facts, mixed. */
  private static void write(
      McapWriter writer,
      Random random,
      int messages,
      List<McapRecord> definitions,
      List<McapRecord> others)
      throws IOException {
    int channels = 0;
    for (int i = 0; i < messages; i++) {
      if (channels == 0 || random.nextInt(40) == 0) {
        channels = define(writer, random, definitions);
      }
      others.add(
          switch (random.nextInt(30)) {
            case 0 -> attachment(writer, random, i);
            case 1 -> metadata(writer, i);
            default -> message(writer, random, 1 + random.nextInt(channels));
          });
    }
  }

  private static Attachment attachment(McapWriter writer, Random random, int i) throws IOException {
    byte[] data = bytes(random);
    writer.attachment("file" + i, "text/plain", i, i - 1L, data);
    return new Attachment(i, i - 1L, "file" + i, "text/plain", data);
  }

  private static Metadata metadata(McapWriter writer, int i) throws IOException {
    Map<String, String> facts = Map.of("i", "" + i, "\u00fc", "\ud83e\udd16");
    writer.metadata("facts", facts);
    return new Metadata("facts", facts);
  }

  private static int define(McapWriter writer, Random random, List<McapRecord> definitions) {
    byte[] data = bytes(random);
    int schema = writer.schema("S", "jsonschema", data);
    int channel = writer.channel(schema, "/t" + schema, "json", Map.of("k", "v", "a", "b"));
    definitions.add(new Schema(schema, "S", "jsonschema", data));
    definitions.add(
        new Channel(channel, schema, "/t" + schema, "json", Map.of("k", "v", "a", "b")));
    return channel;
  }

  private static Message message(McapWriter writer, Random random, int channel) throws IOException {
    byte[] data = bytes(random);
    int from = random.nextInt(data.length + 1);
    long time = random.nextLong() >>> 1;
    long sequence = random.nextInt() & 0xFFFF_FFFFL;
    writer.message(channel, sequence, time, time / 2, data, from, data.length - from);
    byte[] part = Arrays.copyOfRange(data, from, data.length);
    return new Message(channel, sequence, time, time / 2, part);
  }

  /** Sometimes noise, sometimes what compresses well. */
  private static byte[] bytes(Random random) {
    byte[] bytes = new byte[random.nextInt(LONGEST)];
    if (random.nextBoolean()) {
      random.nextBytes(bytes);
    } else {
      int period = 1 + random.nextInt(50);
      for (int i = 0; i < bytes.length; i++) {
        bytes[i] = (byte) (i % period);
      }
    }
    return bytes;
  }
}
