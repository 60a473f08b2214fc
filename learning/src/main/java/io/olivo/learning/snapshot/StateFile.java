package io.olivo.learning.snapshot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * A file that is whole at every moment: written beside, synced, renamed over the old one, and the
 * folder synced. Source: Pillai et al. (2014), "All file systems are not created equal", OSDI.
 */
public final class StateFile {
  private static final long LARGEST = 1L << 30; // bytes

  private StateFile() {}

  /**
   * Replaces a file by new content; after a power cut there is the old content or the new.
   *
   * @throws UncheckedIOException when the disk refuses
   */
  public static void write(Path file, byte[] content) {
    Path target = file.toAbsolutePath();
    Path folder = target.resolveSibling("");
    Path beside = target.resolveSibling(target.getFileName() + ".new");
    try {
      Files.createDirectories(folder);
      writeAndSync(beside, content);
      Files.move(
          beside, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      sync(folder);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot save " + file + ": " + e.getMessage(), e);
    }
  }

  /**
   * Reads a whole file.
   *
   * @throws IllegalArgumentException when there is none, or it is too large to be a saved state
   * @throws UncheckedIOException when the disk refuses
   */
  public static byte[] read(Path file) {
    try {
      if (Files.size(file) > LARGEST) {
        throw new IllegalArgumentException(file + " is too large to be a saved state");
      }
      return Files.readAllBytes(file);
    } catch (NoSuchFileException e) {
      throw new IllegalArgumentException("there is no saved state at " + file, e);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file + ": " + e.getMessage(), e);
    }
  }

  private static void writeAndSync(Path file, byte[] content) throws IOException {
    try (FileChannel out =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.TRUNCATE_EXISTING)) {
      ByteBuffer rest = ByteBuffer.wrap(content);
      while (rest.hasRemaining()) {
        out.write(rest);
      }
      out.force(true);
    }
  }

  private static void sync(Path folder) throws IOException {
    try (FileChannel directory = FileChannel.open(folder, StandardOpenOption.READ)) {
      directory.force(true);
    }
  }
}
