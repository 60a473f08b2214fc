package io.olivo.controller.record;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * How much of a disk recordings may take.
 *
 * @param mostBytes all files of one robot together
 * @param keepFreeBytes less than this free on the disk ends a recording
 */
public record Limits(long mostBytes, long keepFreeBytes) {
  /** What else a robot file does not say: 2 GB, 500 MB stay free. */
  public static final Limits USUAL = new Limits(2_000_000_000L, 500_000_000L);

  private static final long LEAST = 1_000_000; // bytes

  /** Refuses limits that are no use. */
  public Limits {
    if (mostBytes < LEAST || keepFreeBytes < 0) {
      throw new IllegalArgumentException(
          "a recording needs a limit of at least 1 MB, got %d bytes; write for example 2 GB"
              .formatted(mostBytes));
    }
  }

  /** Says that one file is as large as all may be together; "" when it is not. */
  String reached(long writtenBytes) {
    return writtenBytes < mostBytes
        ? ""
        : "it has reached its limit of %d MB".formatted(mostBytes / 1_000_000);
  }

  /** Says that the disk on which a file is or will be is too full; "" when it is not. */
  String lack(Path file) {
    Path there = file.toAbsolutePath();
    while (there != null && !Files.exists(there)) {
      there = there.getParent();
    }
    long free = there == null ? 0 : there.toFile().getUsableSpace(); // in a chroot, too
    return free >= keepFreeBytes
        ? ""
        : "%d MB are free on the disk, and %d MB shall stay so"
            .formatted(free / 1_000_000, keepFreeBytes / 1_000_000);
  }
}
