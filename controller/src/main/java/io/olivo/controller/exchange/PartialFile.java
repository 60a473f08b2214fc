package io.olivo.controller.exchange;

import io.olivo.controller.checkpoint.SnapshotStore;
import io.olivo.controller.wire.SnapshotNote;
import io.olivo.learning.snapshot.StateFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * A snapshot on its way into a folder. Its pieces are in {@code NUMBER.DIGEST.part}, which is found
 * again; the name holds the digest, so that no two files are mixed.
 */
final class PartialFile {
  private static final long LARGEST = 1L << 30; // bytes; no saved state is larger
  private static final int SHORT = 16; // hex digits

  private final Path folder;
  private @Nullable SnapshotNote note; // null before the first piece
  private long size; // bytes that are there

  PartialFile(Path folder) {
    this.folder = folder;
  }

  /** Bytes that are there: where the next piece should begin. */
  long size() {
    return size;
  }

  /** Takes a piece; one that doesn't fit behind the last only tells what the whole is. */
  void take(SnapshotNote whole, long offset, byte[] data) throws IOException {
    if (whole.bytes() > LARGEST) {
      throw new IOException(whole.bytes() + " bytes are too many for a snapshot");
    }
    if (!whole.equals(note)) {
      begin(whole);
    }
    if (offset == size && size + data.length <= whole.bytes()) {
      Files.write(part(whole), data, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
      size += data.length;
    }
  }

  private void begin(SnapshotNote whole) throws IOException {
    Files.createDirectories(folder);
    note = whole;
    size = Files.exists(part(whole)) ? Files.size(part(whole)) : 0;
    if (size > whole.bytes()) {
      Files.delete(part(whole));
      size = 0;
    }
  }

  private Path part(SnapshotNote whole) {
    return folder.resolve(
        "%010d.%s.part".formatted(whole.number(), whole.digest().substring(0, SHORT)));
  }

  boolean isWhole() {
    SnapshotNote whole = note;
    return whole != null && size == whole.bytes();
  }

  /**
   * Checks it and gives it its name, at once or not at all.
   *
   * @throws IOException when it isn't what its digest says; it is deleted then
   */
  Path finish() throws IOException {
    SnapshotNote whole = note;
    if (whole == null) {
      throw new IllegalStateException("nothing has arrived yet");
    }
    byte[] bytes = Files.readAllBytes(part(whole));
    Files.delete(part(whole));
    if (!SnapshotStore.digestOf(bytes).equals(whole.digest())) {
      size = 0;
      throw new IOException("snapshot %d arrived damaged".formatted(whole.number()));
    }
    Path file = folder.resolve("%010d.state".formatted(whole.number()));
    try {
      StateFile.write(file, bytes);
    } catch (UncheckedIOException refused) {
      throw new IOException(refused.getMessage(), refused);
    }
    return file;
  }
}
