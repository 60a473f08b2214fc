package io.olivo.controller.checkpoint;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/**
 * All that a {@link SnapshotStore} asks of a file system, one folder of it. Only what was synced is
 * sure to be there after a power cut: the content of a file by {@link #sync}, its name by {@link
 * #syncFolder}.
 */
public interface SnapshotFiles {
  /**
   * From now until it is closed nobody else writes here; makes the folder when there is none.
   *
   * @throws IOException when somebody else does
   */
  Closeable claim() throws IOException;

  /** Names of the files in the folder; none when there is no folder yet. */
  List<String> names() throws IOException;

  /** A whole file. */
  byte[] read(String name) throws IOException;

  /** An empty file, in place of any of this name. */
  void create(String name) throws IOException;

  /** Writes behind the end of a file. */
  void append(String name, byte[] bytes, int from, int length) throws IOException;

  /** Content of before is on the disk when this returns. */
  void sync(String name) throws IOException;

  /** Gives a file another name, at once or not at all. */
  void rename(String from, String to) throws IOException;

  /** Removes a file. */
  void delete(String name) throws IOException;

  /** Names of before are on the disk when this returns. */
  void syncFolder() throws IOException;

  /** Free space [bytes]. */
  long freeBytes() throws IOException;
}
