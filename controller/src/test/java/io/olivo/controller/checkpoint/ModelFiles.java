package io.olivo.controller.checkpoint;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A file system that promises nothing but what POSIX does. After a power cut, of each file whose
 * content was not synced there is the synced part, all, a part, or the right length with a hole in
 * it; and of the changes of names that were not synced, any may be missing, in whatever order they
 * were made.
 */
final class ModelFiles implements SnapshotFiles {
  /** The power went off. */
  static final class PowerCut extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  private static final class Content {
    private byte[] now = new byte[0];
    private int synced; // bytes of now
  }

  /** A name appears, with a content, or goes; a renaming is both, at once or not at all. */
  private record Change(
      @Nullable String gone, @Nullable String appears, @Nullable Content content) {}

  private final Map<String, Content> names = new LinkedHashMap<>();
  private final Map<String, Content> syncedNames = new LinkedHashMap<>();
  private final List<Change> unsynced = new ArrayList<>();
  private int left = Integer.MAX_VALUE; // operations until the power is cut
  private int done; // operations
  boolean losesSync;
  boolean losesFolderSync;
  long free = Long.MAX_VALUE;

  /** The power goes off when so many more operations were done. */
  void cutAfter(int operations) {
    left = operations;
  }

  /** How many operations were done. */
  int operations() {
    return done;
  }

  private void spend() {
    if (left-- <= 0) {
      throw new PowerCut();
    }
    done++;
  }

  @Override
  public Closeable claim() {
    return () -> {};
  }

  @Override
  public List<String> names() {
    return List.copyOf(names.keySet());
  }

  @Override
  public byte[] read(String name) throws IOException {
    return there(name).now.clone();
  }

  private Content there(String name) throws IOException {
    Content content = names.get(name);
    if (content == null) {
      throw new IOException("there is no " + name);
    }
    return content;
  }

  /** Somebody scribbles on the disk. */
  void damage(String name) throws IOException {
    Content content = there(name);
    content.now = content.now.clone();
    content.now[content.now.length / 2] ^= 1;
  }

  @Override
  public void create(String name) {
    spend();
    Content fresh = new Content();
    names.put(name, fresh);
    unsynced.add(new Change(null, name, fresh));
  }

  @Override
  public void append(String name, byte[] bytes, int from, int length) throws IOException {
    spend();
    Content content = there(name);
    byte[] longer = Arrays.copyOf(content.now, content.now.length + length);
    System.arraycopy(bytes, from, longer, content.now.length, length);
    content.now = longer;
  }

  @Override
  public void sync(String name) throws IOException {
    spend();
    if (!losesSync) {
      Content content = there(name);
      content.synced = content.now.length;
    }
  }

  @Override
  public void rename(String from, String to) throws IOException {
    spend();
    Content content = there(from);
    names.remove(from);
    names.put(to, content);
    unsynced.add(new Change(from, to, content));
  }

  @Override
  public void delete(String name) {
    spend();
    names.remove(name);
    unsynced.add(new Change(name, null, null));
  }

  @Override
  public void syncFolder() {
    spend();
    if (!losesFolderSync) {
      syncedNames.clear();
      syncedNames.putAll(names);
      unsynced.clear();
    }
  }

  @Override
  public long freeBytes() {
    return free;
  }

  /** What another start finds, by these choices. */
  ModelFiles afterPowerCut(Choices choices) {
    Map<String, Content> found = new LinkedHashMap<>(syncedNames);
    for (Change change : unsynced) {
      if (choices.among(2) == 0) {
        apply(change, found);
      }
    }
    ModelFiles next = new ModelFiles();
    found.forEach((name, content) -> next.put(name, survivor(content, choices)));
    return next;
  }

  private static void apply(Change change, Map<String, Content> found) {
    if (change.gone != null) {
      found.remove(change.gone);
    }
    if (change.appears != null && change.content != null) {
      found.put(change.appears, change.content);
    }
  }

  private void put(String name, byte[] bytes) {
    Content content = new Content();
    content.now = bytes;
    content.synced = bytes.length;
    names.put(name, content);
    syncedNames.put(name, content);
  }

  private static byte[] survivor(Content content, Choices choices) {
    byte[] now = content.now;
    int open = now.length - content.synced;
    return switch (open == 0 ? 0 : choices.among(4)) {
      case 0 -> now.clone();
      case 1 -> Arrays.copyOf(now, content.synced);
      case 2 -> Arrays.copyOf(now, content.synced + open / 2);
      default -> withHole(now, content.synced);
    };
  }

  private static byte[] withHole(byte[] bytes, int from) {
    byte[] holed = bytes.clone();
    Arrays.fill(holed, from, from + (bytes.length - from + 1) / 2, (byte) 0);
    return holed;
  }
}
