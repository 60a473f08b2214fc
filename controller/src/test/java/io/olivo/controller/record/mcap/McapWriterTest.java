package io.olivo.controller.record.mcap;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class McapWriterTest {
  private static final McapOptions PLAIN = new McapOptions("", "test", Compression.NONE, 1 << 10);

  @TempDir Path folder;

  private static McapWriter writer(McapOptions options) throws IOException {
    return new McapWriter(Channels.newChannel(OutputStream.nullOutputStream()), options);
  }

  /** Takes so many bytes, then has no space left. */
  private static final class SmallDisk implements WritableByteChannel {
    private final ByteArrayOutputStream taken = new ByteArrayOutputStream();
    private final int size;
    private boolean open = true;

    SmallDisk(int size) {
      this.size = size;
    }

    @Override
    public int write(ByteBuffer from) throws IOException {
      int count = Math.min(from.remaining(), size - taken.size());
      if (count == 0) {
        throw new IOException("no space left");
      }
      for (int i = 0; i < count; i++) {
        taken.write(from.get());
      }
      return count;
    }

    @Override
    public boolean isOpen() {
      return open;
    }

    @Override
    public void close() {
      open = false;
    }
  }

  @Test
  void aFullDiskEndsTheRecordingWhichIsReadUpToThere() throws IOException {
    SmallDisk disk = new SmallDisk(5_000);
    McapWriter writer = new McapWriter(disk, PLAIN);
    int channel = writer.channel(0, "/tick", "json", Map.of());
    IOException full =
        assertThrows(IOException.class, () -> writeForEver(writer, channel, new byte[100]));
    assertEquals("no space left", full.getMessage());
    IOException over =
        assertThrows(IOException.class, () -> writeForEver(writer, channel, new byte[100]));
    assertTrue(over.getMessage().contains("byte 5000"), over.getMessage());
    assertEquals(5_000, writer.bytesWritten());
    writer.close();

    assertFalse(disk.isOpen());
    Recordings.Result read = Recordings.read(disk.taken.toByteArray());
    assertEquals(List.of(), read.refused());
    assertTrue(read.messages().size() >= 21, () -> read.messages().size() + " messages");
  }

  private static void writeForEver(McapWriter writer, int channel, byte[] data) throws IOException {
    for (int i = 0; i < 10_000; i++) {
      writer.message(channel, i, i, i, data, 0, data.length);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"NONE", "LZ4"})
  void aMessageMakesNoGarbage(Compression compression) throws IOException {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    byte[] data = new byte[200];
    try (McapWriter writer = writer(McapOptions.of("test", compression))) {
      int channel = writer.channel(0, "/tick", "json", Map.of());
      writeForEver(writer, channel, data); // so that the arrays have grown
      long best = Long.MAX_VALUE;
      for (int block = 0; block < 50; block++) {
        writer.flush();
        long before = threads.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < 1_000; i++) {
          writer.message(channel, i, i, i, data, 0, data.length);
        }
        best = Math.min(best, threads.getCurrentThreadAllocatedBytes() - before);
      }
      assertEquals(0, best);
      assertTrue(writer.bytesWaiting() > 200_000, "all of a block is in one chunk");
    }
  }

  @Test
  void theSameContentIsTheSameBytes() throws IOException {
    Map<String, String> one = new LinkedHashMap<>();
    Map<String, String> other = new LinkedHashMap<>();
    for (int i = 0; i < 20; i++) {
      one.put("k" + i, "v");
      other.put("k" + (19 - i), "v");
    }
    byte[] first = Recordings.written(PLAIN, writer -> writer.metadata("facts", one));
    byte[] second = Recordings.written(PLAIN, writer -> writer.metadata("facts", other));

    assertArrayEquals(first, second);
  }

  @Test
  void aMessageThatIsLargerThanAChunkHasALargerChunk() throws IOException {
    byte[] large = new byte[100_000];
    byte[] bytes =
        Recordings.written(
            PLAIN,
            writer -> {
              int channel = writer.channel(0, "/image", "raw", Map.of());
              for (int i = 0; i < 3; i++) {
                writer.message(channel, i, i, i, large, 0, large.length);
              }
            });
    assertEquals(3, Recordings.read(bytes).messages().size());
  }

  @Test
  void aChannelWithoutMessagesIsThereToo() throws IOException {
    byte[] bytes =
        Recordings.written(PLAIN, writer -> writer.channel(0, "/quiet", "json", Map.of()));

    Recordings.Result read = Recordings.read(bytes);
    assertEquals("/quiet", read.all(Channel.class).getFirst().topic());
    assertEquals(0, read.all(Statistics.class).getFirst().messageCount());
  }

  @Test
  void whatCanNotBeIsRefusedBeforeAnythingIsWritten() throws IOException {
    byte[] data = new byte[10];
    try (McapWriter writer = writer(PLAIN)) {
      int channel = writer.channel(0, "/tick", "json", Map.of());
      assertThrows(
          IndexOutOfBoundsException.class, () -> writer.message(channel + 1, 0, 0, 0, data, 0, 1));
      assertThrows(IndexOutOfBoundsException.class, () -> writer.message(0, 0, 0, 0, data, 0, 1));
      assertThrows(
          IndexOutOfBoundsException.class, () -> writer.message(channel, 0, 0, 0, data, 5, 6));
      byte[] large = new byte[(1 << 27) + 1];
      assertThrows(
          IllegalArgumentException.class,
          () -> writer.message(channel, 0, 0, 0, large, 0, large.length));
      assertThrows(
          IllegalArgumentException.class, () -> writer.message(channel, 0, -1, 0, data, 0, 1));
      assertThrows(
          IndexOutOfBoundsException.class, () -> writer.channel(1, "/x", "json", Map.of()));
    }
  }

  @Test
  void aFileThatExistsIsNotOverwritten() throws IOException {
    Path file = Files.writeString(folder.resolve("run.mcap"), "mine");

    assertThrows(FileAlreadyExistsException.class, () -> McapWriter.create(file, PLAIN).close());
    assertEquals("mine", Files.readString(file));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1023, (1 << 26) + 1})
  void chunksThatAreNoUseAreRefused(int chunkBytes) {
    assertThrows(
        IllegalArgumentException.class,
        () -> new McapOptions("", "test", Compression.LZ4, chunkBytes));
  }
}
