package io.olivo.controller.record.mcap;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * What the end of a whole recording tells about it, read without the rest. Source: MCAP
 * specification, "Summary Section".
 *
 * @param records of the summary, in the order of the file
 * @param dataEnd byte of the file behind the last chunk and all else that is data
 */
public record Summary(List<McapRecord> records, long dataEnd) {
  private static final int FOOTER = Opcode.PREFIX + 20; // bytes
  private static final int CRC = Integer.BYTES;
  private static final int LARGEST = 1 << 28; // bytes
  private static final int DATA_END = Opcode.PREFIX + CRC; // bytes

  /** Nobody changes the records later. */
  public Summary {
    records = List.copyOf(records);
  }

  /**
   * Reads one; null for a file that was cut or has none.
   *
   * @throws McapException when it is damaged
   */
  public static @Nullable Summary of(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file)) {
      long footer = channel.size() - FOOTER - Magic.LENGTH;
      if (footer < Magic.LENGTH + DATA_END) {
        return null;
      }
      byte[] end = bytes(channel, footer, FOOTER + Magic.LENGTH);
      return isWhole(end) ? read(channel, footer) : null;
    }
  }

  private static boolean isWhole(byte[] end) {
    byte[] magic = new byte[Magic.LENGTH];
    System.arraycopy(end, FOOTER, magic, 0, Magic.LENGTH);
    return end[0] == Opcode.FOOTER && Magic.begins(magic, Magic.LENGTH);
  }

  private static @Nullable Summary read(FileChannel channel, long at) throws IOException {
    byte[] end = bytes(channel, at, FOOTER);
    Footer footer = Footer.from(new Fields(end, Opcode.PREFIX, FOOTER, at));
    long start = footer.summaryStart();
    if (start == 0) {
      return null;
    }
    if (start < Magic.LENGTH + DATA_END || start > at || at - start > LARGEST) {
      throw new McapException(at, "the summary can't be where the footer says");
    }
    byte[] bytes = bytes(channel, start, (int) (at - start) + FOOTER);
    requireCrc(bytes, footer, at);
    return new Summary(records(bytes, bytes.length - FOOTER, start), start - DATA_END);
  }

  private static byte[] bytes(FileChannel channel, long from, int length) throws IOException {
    ByteBuffer to = ByteBuffer.allocate(length);
    while (to.hasRemaining() && channel.read(to, from + to.position()) >= 0) {
      // until all is there
    }
    return to.array();
  }

  private static void requireCrc(byte[] bytes, Footer footer, long at) throws McapException {
    CRC32 crc = new CRC32();
    crc.update(bytes, 0, bytes.length - CRC);
    if (footer.summaryCrc() != 0 && footer.summaryCrc() != crc.getValue()) {
      throw new McapException(at, "the summary is damaged");
    }
  }

  private static List<McapRecord> records(byte[] bytes, int end, long start) throws McapException {
    List<McapRecord> records = new ArrayList<>();
    Fields all = new Fields(bytes, 0, end, start);
    while (all.left() > 0) {
      int opcode = all.u8();
      int length = all.length(all.u64());
      int from = all.take(length);
      McapRecord record = record(opcode, new Fields(bytes, from, from + length, start + from));
      if (record != null) {
        records.add(record);
      }
    }
    return records;
  }

  private static @Nullable McapRecord record(int opcode, Fields fields) throws McapException {
    return switch (opcode) {
      case Opcode.SCHEMA -> Schema.from(fields);
      case Opcode.CHANNEL -> Channel.from(fields);
      case Opcode.CHUNK_INDEX -> ChunkIndex.from(fields);
      case Opcode.ATTACHMENT_INDEX -> AttachmentIndex.from(fields);
      case Opcode.METADATA_INDEX -> MetadataIndex.from(fields);
      case Opcode.STATISTICS -> Statistics.from(fields);
      default -> null;
    };
  }

  /** The statistics; null when there are none. */
  public @Nullable Statistics statistics() {
    for (McapRecord record : records) {
      if (record instanceof Statistics found) {
        return found;
      }
    }
    return null;
  }

  /**
   * Byte of the file at which the first chunk begins that has a message of this time or later; the
   * end of the data when there is none.
   */
  long chunkAt(long logTime) {
    long first = dataEnd;
    for (McapRecord record : records) {
      if (record instanceof ChunkIndex index && index.messageEndTime() >= logTime) {
        first = Math.min(first, index.chunkStartOffset());
      }
    }
    return first;
  }

  Definitions definitions() throws McapException {
    Definitions all = new Definitions();
    for (McapRecord record : records) {
      all.check(record, dataEnd);
    }
    return all;
  }
}
