package io.olivo.controller.record.mcap;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a recording from its start, whole or cut. */
public final class McapReader implements AutoCloseable {
  /** Reads from a channel, which is closed with this. */
  public McapReader(ReadableByteChannel in) {}

  /** Reads a file. */
  public static McapReader open(Path file) throws IOException {
    return new McapReader(FileChannel.open(file));
  }

  /**
   * The next record; null at the end, of which {@link #ending} tells.
   *
   * @throws McapException for bytes that are not those that were written. When only a chunk or an
   *     attachment was damaged, the next call goes on behind it.
   */
  public @Nullable McapRecord next() throws IOException {
    return null;
  }

  /** The channel of a message that {@link #next} brought. */
  public Channel channel(int id) {
    return new Channel(id, 0, "", "", Map.of());
  }

  /** The schema of a channel; null when it has none. */
  public @Nullable Schema schema(Channel channel) {
    return null;
  }

  /** How far the recording goes; asked after {@link #next} has returned null. */
  public Ending ending() {
    return new Ending(false, 0, 0);
  }

  @Override
  public void close() throws IOException {}
}
