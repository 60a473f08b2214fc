package io.olivo.controller.record.mcap;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Reads a recording from its start to its end, or to where it was cut: then all of the whole chunks
 * before the cut come. It holds one chunk in memory, never needs the summary, believes no length
 * before the bytes are there, and checks every sum in the file. Records of opcodes that the
 * specification does not have are passed over. For one thread.
 *
 * <p>The records of a chunk come after its sum was checked. What stands outside of chunks (header,
 * facts, messages of other writers) comes at once, and the sum over all data is checked at {@link
 * DataEnd}: who must be sure reads to the end first.
 */
public final class McapReader implements AutoCloseable {
  private final RecordStream stream;
  private final Definitions definitions;
  private final ChunkReader chunk = new ChunkReader();
  private boolean chunked; // there was a chunk
  private int damaged; // records

  /** Reads from a channel that blocks; it is closed with this. */
  public McapReader(ReadableByteChannel channel) {
    this(new RecordStream(new Input(channel, 0)), new Definitions());
  }

  private McapReader(RecordStream stream, Definitions definitions) {
    this.stream = stream;
    this.definitions = definitions;
  }

  /** Reads a file. */
  public static McapReader open(Path file) throws IOException {
    return new McapReader(FileChannel.open(file));
  }

  /**
   * Reads a file from a time on. What comes first is the first chunk with a message of that time or
   * later, as a whole; schemas and channels are known, facts and attachments before it don't come,
   * and the sum over all data is not checked. A file without summary is read from its start.
   *
   * @param logTimeNanos the time [ns]
   */
  public static McapReader openAt(Path file, long logTimeNanos) throws IOException {
    Summary summary = Summary.of(file);
    if (summary == null) {
      return open(file);
    }
    long at = summary.chunkAt(logTimeNanos);
    Input in = new Input(FileChannel.open(file).position(at), at);
    return new McapReader(new RecordStream(in, Section.DATA), summary.definitions());
  }

  /**
   * The next record; null at the end, of which {@link #ending} tells.
   *
   * @throws McapException for bytes that are not those that were written. When only the content of
   *     a record is damaged, the next call goes on behind it; else there is nothing more.
   */
  public @Nullable McapRecord next() throws IOException {
    try {
      McapRecord record = null;
      while (record == null && (chunk.hasNext() || !stream.isOver())) {
        record = chunk.hasNext() ? chunk.next() : outside();
        definitions.check(record, stream.begin());
      }
      return record;
    } catch (McapException e) {
      damaged++;
      throw e;
    }
  }

  /** The next record outside of chunks; null for none, and for a chunk, which is opened. */
  private @Nullable McapRecord outside() throws IOException {
    if (!stream.next()) {
      return null;
    }
    Fields fields = stream.fields();
    return switch (stream.opcode()) {
      case Opcode.HEADER -> Header.from(fields);
      case Opcode.SCHEMA -> Schema.from(fields);
      case Opcode.CHANNEL -> Channel.from(fields);
      case Opcode.MESSAGE -> message(fields);
      case Opcode.ATTACHMENT -> Attachment.from(fields);
      case Opcode.METADATA -> Metadata.from(fields);
      case Opcode.DATA_END -> DataEnd.from(fields);
      case Opcode.CHUNK_INDEX -> ChunkIndex.from(fields);
      case Opcode.ATTACHMENT_INDEX -> AttachmentIndex.from(fields);
      case Opcode.METADATA_INDEX -> MetadataIndex.from(fields);
      case Opcode.STATISTICS -> Statistics.from(fields);
      case Opcode.SUMMARY_OFFSET -> SummaryOffset.from(fields);
      case Opcode.FOOTER -> Footer.from(fields);
      default -> {
        chunked = true;
        chunk.open(fields, stream.body());
        yield null;
      }
    };
  }

  /** Writers that make chunks put all messages there; it has no sum of its own here. */
  private Message message(Fields fields) throws McapException {
    if (chunked) {
      throw fields.damaged("a message outside of the chunks");
    }
    return Message.from(fields);
  }

  /** The channel of a message that {@link #next} brought. */
  public Channel channel(int id) {
    return definitions.channel(id);
  }

  /** The schema of a channel; null when it has none. */
  public @Nullable Schema schema(Channel channel) {
    return definitions.schema(channel.schemaId());
  }

  /**
   * How far the recording goes.
   *
   * @throws IllegalStateException before {@link #next} has returned null
   */
  public Ending ending() {
    if (!stream.isOver()) {
      throw new IllegalStateException("the recording was not read to its end");
    }
    return new Ending(stream.isWhole(), damaged, stream.begin(), stream.position());
  }

  @Override
  public void close() throws IOException {
    stream.close();
  }
}
