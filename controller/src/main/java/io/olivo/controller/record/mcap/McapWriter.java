package io.olivo.controller.record.mcap;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;

/** Writes a recording. */
public final class McapWriter implements AutoCloseable {
  /** Writes to a channel, which is closed with this. */
  public McapWriter(WritableByteChannel out, McapOptions options) throws IOException {}

  /** Makes a new file; one that exists is not overwritten. */
  public static McapWriter create(Path file, McapOptions options) throws IOException {
    return new McapWriter(
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), options);
  }

  /** What messages look like. Returns its id, from 1. */
  public int schema(String name, String encoding, byte[] data) {
    return 1;
  }

  /** A stream of messages; {@code schemaId} 0 for no schema. Returns its id, from 1. */
  public int channel(
      int schemaId, String topic, String messageEncoding, Map<String, String> metadata) {
    return 1;
  }

  /** One message: {@code length} bytes of {@code data} from {@code offset} on; they are copied. */
  public void message(
      int channel,
      long sequence,
      long logTimeNanos,
      long publishTimeNanos,
      byte[] data,
      int offset,
      int length)
      throws IOException {}

  /** A file within the recording; ends the chunk. */
  public void attachment(
      String name, String mediaType, long logTimeNanos, long createTimeNanos, byte[] data)
      throws IOException {}

  /** A set of facts; ends the chunk. */
  public void metadata(String name, Map<String, String> metadata) throws IOException {}

  /** Ends the chunk and forces all bytes to the disk: a cut loses nothing of before. */
  public void flush() throws IOException {}

  /** Bytes that the channel has taken so far. */
  public long bytesWritten() {
    return 0;
  }

  /** Bytes of the chunk that is not yet written, before compression. */
  public int bytesWaiting() {
    return 0;
  }

  /** Writes the summary and closes the channel. After a failed write it only closes the channel. */
  @Override
  public void close() throws IOException {}
}
