package io.olivo.controller.record.mcap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Recordings that rotted or were made by somebody hostile. */
class DamageTest {
  private static final int MESSAGES = 40;
  private static final int TRIES = 1_000;

  private static byte[] recording(Compression compression) throws IOException {
    McapOptions options = new McapOptions("", "test", compression, 1 << 10);
    return Recordings.written(
        options,
        writer -> {
          int schema = writer.schema("Tick", "jsonschema", "{\"type\":\"object\"}".getBytes());
          int channel = writer.channel(schema, "/tick", "json", Map.of("unit", "rad"));
          for (int i = 0; i < MESSAGES; i++) {
            byte[] data = ("{\"i\":" + i + ",\"square\":" + i * i + "}").getBytes();
            writer.message(channel, i, 10L * i, 10L * i, data, 0, data.length);
          }
          writer.attachment("robot.yaml", "text/yaml", 500, 400, "rate: 500".getBytes());
        });
  }

  @ParameterizedTest
  @EnumSource
  void noFlippedBitIsTakenInSilence(Compression compression) throws IOException {
    byte[] bytes = recording(compression);
    List<Message> written = Recordings.read(bytes).messages();
    assertEquals(MESSAGES, written.size());
    int step = compression == Compression.NONE ? 3 : 7; // each byte, but not each of its bits
    for (int bit = 0; bit < 8 * bytes.length; bit += step) {
      byte[] flipped = bytes.clone();
      flipped[bit / 8] ^= (byte) (1 << bit % 8);
      Recordings.Result read = Recordings.read(flipped);
      int where = bit / 8;

      assertFalse(read.ending().whole(), () -> "a bit of byte " + where + " was flipped");
      assertTrue(written.containsAll(read.messages()), () -> "byte " + where);
    }
  }

  @Test
  void behindADamagedChunkItGoesOn() throws IOException {
    byte[] bytes = recording(Compression.NONE);
    Recordings.Result whole = Recordings.read(bytes);
    ChunkIndex second = whole.all(ChunkIndex.class).get(1);
    bytes[(int) (second.chunkStartOffset() + second.chunkLength()) - 1] ^= 1;
    Recordings.Result read = Recordings.read(bytes);

    List<Message> kept = new ArrayList<>(whole.messages());
    kept.removeIf(
        message ->
            message.logTime() >= second.messageStartTime()
                && message.logTime() <= second.messageEndTime());
    assertTrue(kept.size() < MESSAGES && kept.size() > MESSAGES / 2);
    assertEquals(kept, read.messages());
    assertEquals(second.chunkStartOffset(), read.refused().getFirst().offset());
    assertTrue(read.ending().closed());
    assertFalse(read.ending().whole());
    assertTrue(read.ending().text().endsWith("damaged records: 2"), read.ending().text());
  }

  @ParameterizedTest
  @EnumSource
  void noiseInTheFileEndsInARefusalOrACut(Compression compression) throws IOException {
    byte[] bytes = recording(compression);
    Random random = new Random(3);
    for (int i = 0; i < 2_000; i++) {
      byte[] noisy = bytes.clone();
      int from = random.nextInt(bytes.length);
      for (int at = from; at < Math.min(bytes.length, from + 1 + i % 60); at++) {
        noisy[at] = (byte) random.nextInt();
      }
      assertFalse(Recordings.read(noisy).ending().whole());
    }
  }

  @Test
  void noiseWithTheRightChecksumsEndsInARefusalToo() throws IOException {
    Random random = new Random(4);
    int refused = 0;
    for (int i = 0; i < 5_000; i++) {
      byte[] noise = new byte[random.nextInt(200)];
      random.nextBytes(noise);
      String compression = List.of("", "lz4", "zstd").get(i % 3);
      long size = i % 3 == 0 ? noise.length : random.nextInt(100_000);
      refused += Recordings.read(fileWithChunk(compression, size, noise)).refused().size();
    }
    assertTrue(refused > 4_900, "of 5000 chunks of noise were refused: " + refused);
  }

  /** What is nearly right gets further into a decompressor than noise does. */
  @ParameterizedTest
  @EnumSource(names = {"LZ4", "ZSTD"})
  void framesThatAreNearlyRightDoNoHarm(Compression compression) throws IOException {
    Random random = new Random(5);
    int refused = 0;
    for (int i = 0; i < TRIES; i++) {
      byte[] frame = frame(compression.codec(), random);
      for (int flips = random.nextInt(4); flips >= 0; flips--) {
        frame[random.nextInt(frame.length)] = (byte) random.nextInt();
      }
      Recordings.Result read = Recordings.read(fileWithChunk(compression.spelling(), 3_000, frame));
      refused += read.refused().size();
      assertTrue(read.ending().closed());
    }
    assertTrue(refused > TRIES * 9 / 10, "refused: " + refused);
  }

  private static byte[] frame(ChunkCodec codec, Random random) {
    byte[] plain = new byte[3_000];
    for (int i = 0; i < plain.length; i++) {
      plain[i] = (byte) (i % 7 == 0 ? random.nextInt(64) : i % 50);
    }
    byte[] frame = new byte[codec.bound(plain.length)];
    return Arrays.copyOf(frame, codec.compress(plain, plain.length, frame));
  }

  /** A file with one chunk, whose checksum is not told. */
  private static byte[] fileWithChunk(String compression, long size, byte[] records) {
    SpecBytes chunk = new SpecBytes().u64(0).u64(0).u64(size).u32(0).string(compression);
    return file(0x06, chunk.u64(records.length).raw(records));
  }

  private static byte[] file(int opcode, SpecBytes content) {
    SpecBytes file = begun().record(opcode, content).record(0x0F, new SpecBytes().u32(0));
    return file.u8(2).u64(20).u64(0).u64(0).u32(0).raw(SpecBytes.MAGIC).bytes();
  }

  private static SpecBytes begun() {
    SpecBytes header = new SpecBytes().string("").string("");
    return new SpecBytes().raw(SpecBytes.MAGIC).record(0x01, header);
  }

  @Test
  void lengthsThatNoFileCanHaveTakeNoMemory() throws IOException {
    long[] lengths = {-1, Long.MIN_VALUE, Long.MAX_VALUE, 1L << 40, Integer.MAX_VALUE, 1 << 30};
    for (int opcode : new int[] {3, 4, 5, 6, 7, 9, 0x0C, 0x0F, 0x10, 0x80, 0xFF}) {
      for (long length : lengths) {
        byte[] bytes = begun().u8(opcode).u64(length).raw(new byte[100]).bytes();
        long before = allocated();
        Recordings.Result read = Recordings.read(bytes);
        long took = allocated() - before;

        assertFalse(read.ending().whole());
        assertTrue(took < 1_000_000, () -> opcode + " of " + length + " took " + took);
      }
    }
  }

  private static long allocated() {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    return threads.getCurrentThreadAllocatedBytes();
  }

  @Test
  void lengthsWithinARecordThatItCanNotHaveTakeNoMemory() throws IOException {
    for (long length : new long[] {-1, 0xFFFF_FFFFL, 0x7FFF_FFFFL, 101}) {
      List<byte[]> files =
          List.of(
              file(0x03, new SpecBytes().u16(1).u32(length).raw(new byte[100])),
              file(0x04, new SpecBytes().u16(1).u16(0).u32(length).raw(new byte[100])),
              file(0x0C, new SpecBytes().string("x").u32(length).raw(new byte[100])),
              file(0x09, new SpecBytes().u64(0).u64(0).string("").string("").u64(length)),
              fileWithChunk("zstd", length, new byte[100]),
              fileWithChunk("lz4", length, new byte[100]),
              fileWithChunk("", length, new byte[100]));
      for (byte[] bytes : files) {
        long before = allocated();
        assertEquals(1, Recordings.read(bytes).refused().size());
        long took = allocated() - before;
        assertTrue(took < 5_000_000, () -> length + " took " + took);
      }
    }
  }

  @Test
  void whatIsNoRecordingIsRefusedAtOnce() throws IOException {
    byte[] text = "time,angle\n0,1\n".getBytes();
    McapReader reader = Recordings.reader(text, text.length);

    McapException refused = assertThrows(McapException.class, reader::next);
    assertEquals("byte 0: these are not the magic bytes of an MCAP file", refused.getMessage());
    assertNull(reader.next());
    assertFalse(reader.ending().closed());
  }

  @Test
  void unknownAndPrivateRecordsArePassedOver() throws IOException {
    SpecBytes message = new SpecBytes().u16(0).u32(0).u64(5).u64(5).raw((byte) 1);
    SpecBytes channel = new SpecBytes().u16(0).u16(0).string("t").string("json").u32(0);
    SpecBytes chunk = new SpecBytes().record(0x42, new SpecBytes().u64(1));
    chunk.record(0x04, channel).record(0xC0, new SpecBytes()).record(0x05, message);
    SpecBytes file = begun().record(0x81, new SpecBytes().u8(1));
    SpecBytes head = new SpecBytes().u64(5).u64(5).u64(chunk.length()).u32(chunk.crc()).string("");
    file.record(0x06, head.u64(chunk.length()).raw(chunk.bytes())).record(0x10, new SpecBytes());
    file.record(0x0F, new SpecBytes().u32(file.crc())).record(0x90, new SpecBytes().u64(9));
    file.u8(2).u64(20).u64(0).u64(0).u32(0).raw(SpecBytes.MAGIC);
    Recordings.Result read = Recordings.read(file.bytes());

    assertTrue(read.ending().whole());
    assertEquals(List.of(new Message(0, 0, 5, 5, new byte[] {1})), read.messages());
  }

  /** No writer does that; an index of messages with one bit flipped looks like it. */
  @Test
  void aMessageBesideTheChunksIsRefused() throws IOException {
    SpecBytes channel = new SpecBytes().u16(1).u16(0).string("t").string("json").u32(0);
    SpecBytes records = new SpecBytes().record(0x04, channel);
    SpecBytes chunk = new SpecBytes().u64(0).u64(0).u64(records.length()).u32(0).string("");
    SpecBytes file = begun().record(0x06, chunk.u64(records.length()).raw(records.bytes()));
    file.record(0x05, new SpecBytes().u16(1).u32(0).u64(5).u64(5));

    Recordings.Result read = Recordings.read(file.bytes());
    assertEquals(List.of(), read.messages());
    assertTrue(read.refused().getFirst().getMessage().contains("outside of the chunks"));
  }

  @Test
  void aMessageOfAChannelThatNobodyDefinedIsRefused() throws IOException {
    byte[] bytes = file(0x05, new SpecBytes().u16(9).u32(0).u64(5).u64(5));

    assertEquals(
        "byte 25: a message of channel 9, which is not there",
        Recordings.read(bytes).refused().getFirst().getMessage());
  }

  @Test
  void aChannelThatComesAgainAsAnotherIsRefused() throws IOException {
    SpecBytes first = new SpecBytes().u16(1).u16(0).string("a").string("json").u32(0);
    SpecBytes second = new SpecBytes().u16(1).u16(0).string("b").string("json").u32(0);
    SpecBytes both = new SpecBytes().record(4, first).record(4, first).record(4, second);
    byte[] bytes = fileWithChunk("", both.length(), both.bytes());

    Recordings.Result read = Recordings.read(bytes);
    assertEquals(2, read.all(Channel.class).size());
    assertTrue(read.refused().getFirst().getMessage().contains("another channel with the id 1"));
  }
}
