package io.olivo.controller.record.mcap;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Takes chunks apart: their records are checked as a whole, then given one by one. Source: MCAP
 * specification, "Chunk (op=0x06)".
 */
final class ChunkReader {
  private static final byte[] NOTHING = {};
  static final int LARGEST = 1 << 28; // bytes of one chunk, decompressed

  private final Map<Compression, ChunkCodec> codecs = new EnumMap<>(Compression.class);
  private byte[] decompressed = NOTHING;
  private byte[] records = NOTHING;
  private long offset; // byte of the file at which the chunk begins
  private int at;
  private int end;

  /**
   * Begins with a new chunk.
   *
   * @param body the array behind the fields
   * @throws McapException when it is damaged; it has no records then
   */
  void open(Fields fields, byte[] body) throws McapException {
    at = end = 0;
    offset = fields.offset();
    fields.take(2 * Long.BYTES); // start and end time
    long size = fields.u64();
    long crc = fields.u32();
    String compression = fields.string();
    int length = fields.length(fields.u64());
    int from = fields.take(length);
    unpack(fields, compression, body, from, length, size);
    new Fields(records, at, at + (int) size, offset)
        .requireCrc(at, at + (int) size, crc, "the chunk");
    end = at + (int) size;
  }

  private void unpack(Fields fields, String spelling, byte[] body, int from, int length, long size)
      throws McapException {
    Compression compression = Compression.of(spelling);
    if (compression == null) {
      throw fields.damaged("a chunk is compressed by " + spelling + ", which nobody here knows");
    }
    ChunkCodec codec = codecs.get(compression);
    if (codec == null) {
      codec = compression.codec();
    }
    if (codec == null) {
      requireSize(fields, size == length, size);
      records = body;
      at = from;
      return;
    }
    codecs.put(compression, codec);
    requireSize(fields, size >= 0 && size <= Math.min(LARGEST, codec.most(length)), size);
    decompress(fields, codec, body, from, length, (int) size);
  }

  private void decompress(
      Fields fields, ChunkCodec codec, byte[] body, int from, int length, int size)
      throws McapException {
    if (decompressed.length < size) {
      decompressed = new byte[size];
    }
    try {
      codec.decompress(body, from, length, decompressed, size);
    } catch (RuntimeException e) {
      throw fields.damaged("the chunk can't be decompressed: " + e.getMessage());
    }
    records = decompressed;
    at = 0;
  }

  private static void requireSize(Fields fields, boolean holds, long size) throws McapException {
    if (!holds) {
      throw fields.damaged(
          "a chunk can't have %s bytes, as it says".formatted(Long.toUnsignedString(size)));
    }
  }

  boolean hasNext() {
    return at < end;
  }

  /** The next record; null for one that no version of the specification that we know has. */
  @Nullable McapRecord next() throws McapException {
    Fields prefix = new Fields(records, at, end, offset);
    at = end; // a damaged record is the last
    int opcode = prefix.u8();
    int length = prefix.length(prefix.u64());
    int from = prefix.take(length);
    at = from + length;
    Fields fields = new Fields(records, from, at, offset);
    return switch (opcode) {
      case Opcode.SCHEMA -> Schema.from(fields);
      case Opcode.CHANNEL -> Channel.from(fields);
      case Opcode.MESSAGE -> Message.from(fields);
      default -> {
        if (!Opcode.isUnknown(opcode)) {
          throw fields.damaged("a record %02x within a chunk".formatted(opcode));
        }
        yield null;
      }
    };
  }
}
