package io.olivo.controller.checkpoint;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/** A folder of the real file system. */
public final class DiskFiles implements SnapshotFiles {
  private static final String LOCK = ".lock";
  private static final long LARGEST = 1L << 30; // bytes; no saved state is larger

  private final Path folder;

  /** Made by the first file, when there is none. */
  public DiskFiles(Path folder) {
    this.folder = folder;
  }

  @Override
  public Closeable claim() throws IOException {
    Files.createDirectories(folder);
    FileChannel channel =
        FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      if (channel.tryLock() != null) {
        return channel; // closing it ends the claim, and so does the end of the process
      }
    } catch (OverlappingFileLockException here) {
      // somebody else in this process
    }
    channel.close();
    throw new IOException("somebody else is saving to " + folder);
  }

  @Override
  public List<String> names() throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(folder)) {
      return all.map(file -> file.getFileName().toString()).toList();
    }
  }

  @Override
  public byte[] read(String name) throws IOException {
    Path file = folder.resolve(name);
    if (Files.size(file) > LARGEST) {
      throw new IOException(file + " is too large to be a saved state");
    }
    return Files.readAllBytes(file);
  }

  @Override
  public void create(String name) throws IOException {
    Files.write(folder.resolve(name), new byte[0]);
  }

  @Override
  public void append(String name, byte[] bytes, int from, int length) throws IOException {
    try (FileChannel out = FileChannel.open(folder.resolve(name), StandardOpenOption.APPEND)) {
      ByteBuffer rest = ByteBuffer.wrap(bytes, from, length);
      while (rest.hasRemaining()) {
        out.write(rest);
      }
    }
  }

  @Override
  public void sync(String name) throws IOException {
    force(folder.resolve(name), StandardOpenOption.WRITE);
  }

  @Override
  public void rename(String from, String to) throws IOException {
    Files.move(folder.resolve(from), folder.resolve(to), StandardCopyOption.ATOMIC_MOVE);
  }

  @Override
  public void delete(String name) throws IOException {
    Files.deleteIfExists(folder.resolve(name));
  }

  @Override
  public void syncFolder() throws IOException {
    force(folder, StandardOpenOption.READ);
  }

  @Override
  public long freeBytes() {
    Path there = folder.toAbsolutePath();
    while (there != null && !Files.exists(there)) {
      there = there.getParent();
    }
    return there == null ? 0 : there.toFile().getUsableSpace(); // in a chroot, too
  }

  private static void force(Path path, StandardOpenOption how) throws IOException {
    try (FileChannel channel = FileChannel.open(path, how)) {
      channel.force(true);
    }
  }
}
