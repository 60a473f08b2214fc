package io.olivo.deploy.bench;

import io.olivo.controller.checkpoint.SnapshotFiles;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Says what it is about to do, before each step of publishing. */
final class AnnouncedFiles implements SnapshotFiles {
  /** Hears of a step. */
  @FunctionalInterface
  interface Listener {
    /** It is about to begin. */
    void reach(String step) throws IOException;
  }

  private static final String CREATE = "create";
  private static final String WRITE = "write %d of " + KillVictim.PIECES;
  private static final String SYNC = "fsync";
  private static final String VERIFY = "verify";
  private static final String RENAME = "rename";
  private static final String SYNC_FOLDER = "fsync folder";
  private static final String DELETE = "delete old";

  private final SnapshotFiles files;
  private final Listener listener;
  private int written; // pieces
  private boolean renamed;
  private boolean created;

  AnnouncedFiles(SnapshotFiles files, Listener listener) {
    this.files = files;
    this.listener = listener;
  }

  /** All steps in their order, without what follows the last. */
  static List<String> steps() {
    List<String> steps = new ArrayList<>(List.of(CREATE));
    for (int piece = 1; piece <= KillVictim.PIECES; piece++) {
      steps.add(WRITE.formatted(piece));
    }
    steps.addAll(List.of(SYNC, VERIFY, RENAME, SYNC_FOLDER, DELETE));
    return steps;
  }

  @Override
  public Closeable claim() throws IOException {
    return files.claim();
  }

  @Override
  public List<String> names() throws IOException {
    return files.names();
  }

  @Override
  public byte[] read(String name) throws IOException {
    if (created && !renamed) {
      listener.reach(VERIFY);
    }
    return files.read(name);
  }

  @Override
  public void create(String name) throws IOException {
    listener.reach(CREATE);
    created = true;
    files.create(name);
  }

  @Override
  public void append(String name, byte[] bytes, int from, int length) throws IOException {
    written++;
    listener.reach(WRITE.formatted(written));
    files.append(name, bytes, from, length);
  }

  @Override
  public void sync(String name) throws IOException {
    listener.reach(SYNC);
    files.sync(name);
  }

  @Override
  public void rename(String from, String to) throws IOException {
    listener.reach(RENAME);
    renamed = true;
    files.rename(from, to);
  }

  @Override
  public void delete(String name) throws IOException {
    if (renamed) {
      listener.reach(DELETE);
    }
    files.delete(name);
  }

  @Override
  public void syncFolder() throws IOException {
    listener.reach(SYNC_FOLDER);
    files.syncFolder();
  }

  @Override
  public long freeBytes() throws IOException {
    return files.freeBytes();
  }
}
