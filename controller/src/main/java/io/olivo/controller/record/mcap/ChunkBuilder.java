package io.olivo.controller.record.mcap;

import java.io.IOException;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * The chunk that is being filled: schemas, channels and messages, and where the messages are. All
 * arrays are used again by the next chunk. Source: MCAP specification, "Chunk (op=0x06)".
 */
final class ChunkBuilder {
  private static final byte[] NOTHING = {};

  private final Compression compression;
  private final @Nullable ChunkCodec codec;
  private final CRC32 crc = new CRC32();
  private final MessageIndexes indexes = new MessageIndexes();
  private final RecordBuffer records;
  private final RecordBuffer around = new RecordBuffer(1 << 12); // head of the chunk, then indexes
  private byte[] compressed = NOTHING;
  private long messages;
  private long startTime; // [ns]
  private long endTime; // [ns]

  ChunkBuilder(Compression compression, int capacity) {
    this.compression = compression;
    this.codec = compression.codec();
    this.records = new RecordBuffer(capacity);
  }

  /** Schemas and channels go here. */
  RecordBuffer definitions() {
    return records;
  }

  void message(
      int channel,
      long sequence,
      long logTime,
      long publishTime,
      byte[] data,
      int offset,
      int length) {
    indexes.add(channel, logTime, records.length());
    Message.to(records, channel, sequence, logTime, publishTime, data, offset, length);
    startTime = messages == 0 ? logTime : Math.min(startTime, logTime);
    endTime = messages == 0 ? logTime : Math.max(endTime, logTime);
    messages++;
  }

  /** Bytes of records so far. */
  int length() {
    return records.length();
  }

  boolean hasMessages() {
    return messages > 0;
  }

  /** Writes the chunk and the indexes of its messages, and begins the next. */
  ChunkIndex write(Output out) throws IOException {
    byte[] stored = records.array();
    int size = records.length();
    if (codec != null) {
      size = compress(codec);
      stored = compressed;
    }
    ChunkIndex index = write(out, stored, size);
    clear();
    return index;
  }

  private int compress(ChunkCodec with) {
    int bound = with.bound(records.length());
    if (compressed.length < bound) {
      compressed = new byte[bound];
    }
    return with.compress(records.array(), records.length(), compressed);
  }

  private ChunkIndex write(Output out, byte[] stored, int size) throws IOException {
    long begin = out.position();
    head(size);
    out.write(around);
    out.write(stored, 0, size);
    long end = out.position();
    around.clear();
    var offsets = indexes.write(around, end);
    out.write(around);
    return new ChunkIndex(
        startTime,
        endTime,
        begin,
        end - begin,
        offsets,
        out.position() - end,
        compression.spelling(),
        size,
        records.length());
  }

  /** All of the chunk that comes before its compressed records. */
  private void head(int size) {
    crc.reset();
    crc.update(records.array(), 0, records.length());
    around.clear();
    int begun = around.begin(Opcode.CHUNK);
    around.u64(startTime);
    around.u64(endTime);
    around.u64(records.length());
    around.u32(crc.getValue());
    around.string(compression.spelling());
    around.u64(size);
    around.end(begun, size);
  }

  private void clear() {
    records.clear();
    indexes.clear();
    messages = 0;
    startTime = 0;
    endTime = 0;
  }
}
