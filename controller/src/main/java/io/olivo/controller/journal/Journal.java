package io.olivo.controller.journal;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The messages that a robot keeps for those who missed them, up to so many bytes; then the oldest
 * go. Each gets an id that grows, also over restarts and over journals: the first id of a run is at
 * least the milliseconds since 1970. So a collector can tell old from new even when the disk was
 * replaced, and runs without a disk mix with runs that have one.
 *
 * <p>One thread writes; any thread reads.
 */
public final class Journal implements AutoCloseable {
  /** Room for some twenty thousand events. */
  public static final long USUAL_LIMIT = 4L << 20; // bytes

  /** Makes a message that knows its id. */
  @FunctionalInterface
  public interface Message {
    /** The bytes, with its id and that of the one before. */
    byte[] encode(long id, long after);
  }

  private final @Nullable JournalFiles files; // null: in memory only
  private final long limitBytes;
  private final long firstId; // of this run, at least
  private final TreeMap<Long, Entry> entries = new TreeMap<>();
  private long bytes;
  private long before; // id of the last that is kept no more
  private long newest;
  private long evicted; // since this was made

  private Journal(@Nullable JournalFiles files, long limitBytes, long firstId) {
    if (limitBytes < 2L * SegmentFormat.LARGEST_PAYLOAD) {
      throw new IllegalArgumentException("a journal needs 128 kB or more, got " + limitBytes);
    }
    this.files = files;
    this.limitBytes = limitBytes;
    this.firstId = firstId;
  }

  /**
   * A journal that ends with this process.
   *
   * @param clockMillis now [ms since 1970]
   */
  public static Journal inMemory(long limitBytes, long clockMillis) {
    return new Journal(null, limitBytes, Math.max(1, clockMillis));
  }

  /**
   * Goes on with what is on the disk.
   *
   * @param files of this journal alone, and closed with it
   * @param limitBytes as the files have it
   * @param clockMillis now [ms since 1970]
   */
  public static Journal on(JournalFiles files, long limitBytes, long clockMillis)
      throws IOException {
    Journal journal = new Journal(files, limitBytes, Math.max(1, clockMillis));
    files.read().forEach(journal::take);
    journal.evicted = 0;
    return journal;
  }

  /**
   * Gives a message its id and keeps it; on the disk after {@link #sync}.
   *
   * @return its id
   * @throws IOException when the disk refuses; then it is not kept and has no id
   */
  public synchronized long append(Message message) throws IOException {
    long id = Math.max(newest + 1, firstId);
    Entry entry = new Entry(id, newest, message.encode(id, newest));
    if (files != null) {
      files.append(entry);
    }
    take(entry);
    return id;
  }

  private void take(Entry entry) {
    if (entries.isEmpty()) {
      before = entry.after();
    }
    entries.put(entry.id(), entry);
    newest = entry.id();
    bytes += entry.size();
    while (bytes > limitBytes) {
      evictOldest();
    }
  }

  private void evictOldest() {
    Entry oldest = entries.pollFirstEntry().getValue();
    before = oldest.id();
    bytes -= oldest.size();
    evicted++;
  }

  /** All that was appended is on the disk when this returns. */
  public synchronized void sync() throws IOException {
    if (files != null) {
      files.sync();
    }
  }

  /** The oldest entry after an id, if there is one. */
  synchronized @Nullable Entry next(long after) {
    Map.Entry<Long, Entry> next = entries.higherEntry(after);
    return next == null ? null : next.getValue();
  }

  /** Id of the last entry that is kept no more; 0 when all are kept. */
  public synchronized long before() {
    return before;
  }

  /** Id of the newest entry; 0 when there never was one. */
  public synchronized long newest() {
    return newest;
  }

  /** How many entries had to go since this was opened. */
  public synchronized long evicted() {
    return evicted;
  }

  @Override
  public synchronized void close() throws IOException {
    if (files != null) {
      files.close();
    }
  }
}
