package io.olivo.controller.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A journal on disk: files of an eighth of the limit each, named by the id of their first entry.
 * New entries go behind the last; when all together are too large the oldest file goes. A last file
 * that was cut is shortened to its whole entries; of an older one that is damaged, what is whole is
 * read. One process at a time.
 */
public final class JournalFiles implements AutoCloseable {
  private static final String LOCK = ".lock";
  private static final Pattern NAME = Pattern.compile("\\d{19}\\.journal");
  private static final int SEGMENTS = 8;

  private final Path folder;
  private final long limitBytes;
  private final FileChannel lock;
  private final List<Path> segments; // the oldest first
  private @Nullable FileChannel last; // open to be appended to; null before the first entry
  private boolean unsynced;

  private JournalFiles(Path folder, long limitBytes, FileChannel lock) throws IOException {
    this.folder = folder;
    this.limitBytes = limitBytes;
    this.lock = lock;
    try (Stream<Path> all = Files.list(folder)) {
      segments =
          new ArrayList<>(
              all.filter(one -> NAME.matcher(one.getFileName().toString()).matches())
                  .sorted()
                  .toList());
    }
  }

  /**
   * Opens a folder, or makes it.
   *
   * @throws IOException when the disk refuses, or somebody else writes there
   */
  public static JournalFiles open(Path folder, long limitBytes) throws IOException {
    Files.createDirectories(folder);
    FileChannel lock =
        FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      if (lock.tryLock() != null) {
        return new JournalFiles(folder, limitBytes, lock);
      }
    } catch (OverlappingFileLockException here) {
      // somebody else in this process
    }
    lock.close();
    throw new IOException("somebody else writes the journal in " + folder);
  }

  /** All entries, the oldest first; shortens the last file to its whole ones. */
  List<Entry> read() throws IOException {
    List<Entry> all = new ArrayList<>();
    SegmentFormat.Content content = new SegmentFormat.Content(List.of(), 0);
    for (Path segment : segments) {
      content = SegmentFormat.read(Files.readAllBytes(segment));
      long newest = all.isEmpty() ? 0 : all.getLast().id();
      content.entries().stream().filter(entry -> entry.after() >= newest).forEach(all::add);
    }
    if (!segments.isEmpty()) {
      goOn(segments.getLast(), content.wholeBytes());
    }
    return all;
  }

  private void goOn(Path segment, long wholeBytes) throws IOException {
    if (wholeBytes < SegmentFormat.MAGIC.length) {
      segments.removeLast();
      Files.delete(segment);
      return;
    }
    FileChannel channel = FileChannel.open(segment, StandardOpenOption.WRITE);
    channel.truncate(wholeBytes).position(wholeBytes);
    last = channel;
  }

  /** Writes behind the last; on the disk after {@link #sync}. */
  void append(Entry entry) throws IOException {
    FileChannel channel = last;
    if (channel == null || channel.position() + entry.size() > limitBytes / SEGMENTS) {
      channel = begin(entry.id());
    }
    write(channel, SegmentFormat.record(entry));
    unsynced = true;
  }

  private FileChannel begin(long id) throws IOException {
    finishLast();
    deleteOldest();
    Path segment = folder.resolve("%019d.journal".formatted(id));
    FileChannel channel =
        FileChannel.open(segment, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    last = channel;
    segments.add(segment);
    write(channel, SegmentFormat.MAGIC);
    try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
      names.force(true);
    }
    return channel;
  }

  private void finishLast() throws IOException {
    sync();
    FileChannel before = last;
    last = null;
    if (before != null) {
      before.close();
    }
  }

  /** Leaves room for one whole file. */
  private void deleteOldest() throws IOException {
    while (!segments.isEmpty() && bytes() + limitBytes / SEGMENTS > limitBytes) {
      Files.delete(segments.removeFirst());
    }
  }

  private long bytes() throws IOException {
    long bytes = 0;
    for (Path segment : segments) {
      bytes += Files.size(segment);
    }
    return bytes;
  }

  private static void write(FileChannel channel, byte[] bytes) throws IOException {
    ByteBuffer rest = ByteBuffer.wrap(bytes);
    while (rest.hasRemaining()) {
      channel.write(rest);
    }
  }

  /** All entries are on the disk when this returns. */
  void sync() throws IOException {
    FileChannel channel = last;
    if (channel != null && unsynced) {
      channel.force(false);
    }
    unsynced = false;
  }

  @Override
  public void close() throws IOException {
    finishLast();
    lock.close();
  }
}
