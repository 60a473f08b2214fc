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
    return writtenBytes >= limits.mostBytes()
        ? "it has reached its limit of %d MB".formatted(limits.mostBytes() / 1_000_000)
        : limits.lack(file);
  }
}
