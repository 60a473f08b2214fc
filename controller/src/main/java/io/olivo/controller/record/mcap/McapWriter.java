package io.olivo.controller.record.mcap;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Objects;

/**
 * Writes a recording: header, chunks with all schemas, channels and messages, attachments and facts
 * between them, and a summary at the end. A message is copied and costs no garbage; a full chunk is
 * compressed and written by the caller's thread. What a killed process or a full disk cuts off can
 * be read up to the last whole chunk. For one thread. Source: MCAP specification, "File Structure".
 */
public final class McapWriter implements AutoCloseable {
  private static final int MOST = 0xFFFF; // ids have 16 bits
  private static final int LARGEST_MESSAGE = ChunkReader.LARGEST / 2; // bytes
  private static final int LARGEST_FILE = RecordStream.LARGEST / 2; // bytes
  private static final int MESSAGE_HEAD = Opcode.PREFIX + 22; // bytes before the data

  private final Output out;
  private final int chunkBytes;
  private final ChunkBuilder chunk;
  private final SummarySection summary = new SummarySection();
  private final RecordBuffer record = new RecordBuffer(1 << 10); // outside of chunks
  private boolean closed;

  /** Writes to a channel, which is closed with this. */
  public McapWriter(WritableByteChannel channel, McapOptions options) throws IOException {
    out = new Output(channel);
    chunkBytes = options.chunkBytes();
    chunk = new ChunkBuilder(options.compression(), chunkBytes + (1 << 10));
    out.write(Magic.bytes(), 0, Magic.LENGTH);
    new Header(options.profile(), options.library()).to(record);
    writeRecord();
  }

  /**
   * Makes a new file; one that exists is not overwritten. A thread that is interrupted while it
   * writes closes the file, as with every {@link FileChannel}.
   */
  public static McapWriter create(Path file, McapOptions options) throws IOException {
    return new McapWriter(
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), options);
  }

  /** What messages look like. Returns its id, from 1. */
  public int schema(String name, String encoding, byte[] data) {
    int id = requireRoom(summary.schemaCount() + 1, "schemas");
    Schema schema = new Schema(id, name, encoding, data);
    schema.to(chunk.definitions());
    summary.add(schema);
    return id;
  }

  /** A stream of messages; {@code schemaId} 0 for no schema. Returns its id, from 1. */
  public int channel(
      int schemaId, String topic, String messageEncoding, Map<String, String> metadata) {
    Objects.checkIndex(schemaId, summary.schemaCount() + 1);
    int id = requireRoom(summary.channelCount() + 1, "channels");
    Channel channel = new Channel(id, schemaId, topic, messageEncoding, metadata);
    channel.to(chunk.definitions());
    summary.add(channel);
    return id;
  }

  private static int requireRoom(int id, String what) {
    if (id > MOST) {
      throw new IllegalStateException("a recording has at most " + MOST + " " + what);
    }
    return id;
  }

  /**
   * One message: {@code length} bytes of {@code data} from {@code offset} on.
   *
   * @param channel that {@link #channel} returned
   * @param sequence counts the messages of a sender; its lowest 32 bits are kept
   * @param logTimeNanos when it is recorded, from 0 on
   * @param publishTimeNanos when it was made; the log time when that is not known
   * @param length at most 128 MiB
   * @throws IOException when a chunk was full and can't be written; this recording has ended then
   */
  public void message(
      int channel,
      long sequence,
      long logTimeNanos,
      long publishTimeNanos,
      byte[] data,
      int offset,
      int length)
      throws IOException {
    Objects.checkIndex(channel - 1, summary.channelCount());
    Objects.checkFromIndexSize(offset, length, data.length);
    requireSize(length, LARGEST_MESSAGE, "message");
    if (logTimeNanos < 0) {
      throw new IllegalArgumentException("a log time is not negative, got " + logTimeNanos);
    }
    if ((long) chunk.length() + MESSAGE_HEAD + length > chunkBytes) {
      endChunk();
    }
    chunk.message(channel, sequence, logTimeNanos, publishTimeNanos, data, offset, length);
    summary.countMessage(channel, logTimeNanos);
  }

  /** A file within the recording, behind all messages so far; ends the chunk. */
  public void attachment(
      String name, String mediaType, long logTimeNanos, long createTimeNanos, byte[] data)
      throws IOException {
    requireSize(data.length, LARGEST_FILE, "attachment");
    endChunk();
    long at = out.position();
    RecordBuffer file = new RecordBuffer(Math.addExact(data.length, 1 << 10));
    new Attachment(logTimeNanos, createTimeNanos, name, mediaType, data).to(file);
    out.write(file);
    summary.add(
        new AttachmentIndex(
            at, file.length(), logTimeNanos, createTimeNanos, data.length, name, mediaType));
  }

  /** A set of facts, behind all messages so far; ends the chunk. */
  public void metadata(String name, Map<String, String> metadata) throws IOException {
    endChunk();
    long at = out.position();
    new Metadata(name, metadata).to(record);
    summary.add(new MetadataIndex(at, writeRecord(), name));
  }

  /** Ends the chunk and forces all bytes to the disk: a cut loses nothing of before. */
  public void flush() throws IOException {
    endChunk();
    out.force();
  }

  /** Bytes that the channel has taken so far. */
  public long bytesWritten() {
    return out.position();
  }

  /** Bytes of the chunk that is not yet written, before compression. */
  public int bytesWaiting() {
    return chunk.length();
  }

  /** Writes the summary and closes the channel. After a failed write it only closes the channel. */
  @Override
  public void close() throws IOException {
    if (closed) {
      return;
    }
    closed = true;
    try {
      if (!out.hasFailed()) {
        finish();
      }
    } finally {
      out.close();
    }
  }

  private void finish() throws IOException {
    if (chunk.length() > 0) {
      summary.add(chunk.write(out));
    }
    new DataEnd(out.crc()).to(record);
    writeRecord();
    summary.write(out);
    out.force();
  }

  /** What is larger our reader would refuse. */
  private static void requireSize(int bytes, int most, String what) {
    if (bytes > most) {
      throw new IllegalArgumentException(
          "a %s has at most %d bytes, got %d".formatted(what, most, bytes));
    }
  }

  /** Definitions alone make no chunk: they wait for the first message. */
  private void endChunk() throws IOException {
    if (chunk.hasMessages()) {
      summary.add(chunk.write(out));
    }
  }

  private int writeRecord() throws IOException {
    out.write(record);
    int length = record.length();
    record.clear();
    return length;
  }
}
