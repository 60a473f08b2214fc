package io.olivo.controller.record;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A recording in one file, up to its limit. */
public final class OneFile implements Place {
  private final Path file;
  private final Limits limits;

  /** A new file. */
  public OneFile(Path file, Limits limits) {
    this.file = file;
    this.limits = limits;
  }

  @Override
  public Path next(int part) throws IOException {
    if (Files.exists(file)) {
      throw new IllegalArgumentException(
          file + " is there already; name another file to record to");
    }
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    return file;
  }

  @Override
  public long partBytes() {
    return Long.MAX_VALUE;
  }

  @Override
  public String full(long writtenBytes) throws IOException {
    String reached = limits.reached(writtenBytes);
    return reached.isEmpty() ? limits.lack(file) : reached;
  }
}
