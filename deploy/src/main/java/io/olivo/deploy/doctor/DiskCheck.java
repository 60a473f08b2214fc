package io.olivo.deploy.doctor;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Space where the learned state is kept. */
final class DiskCheck {
  private static final long MEGABYTE = 1_000_000;
  private static final long LEAST = 50 * MEGABYTE;
  private static final long PLENTY = 1000 * MEGABYTE;

  private DiskCheck() {}

  static Check of(Path stateFolder) {
    Path existing = nearestExisting(stateFolder.toAbsolutePath());
    if (existing == null || !Files.isDirectory(existing) || !Files.isWritable(existing)) {
      return Check.fail(
          "disk",
          "can't write to " + stateFolder.toAbsolutePath(),
          "make it a folder of this user, or run as another user");
    }
    return judge(stateFolder, existing.toFile().getUsableSpace());
  }

  static Check judge(Path stateFolder, long freeBytes) {
    String what = freeBytes / MEGABYTE + " MB free for " + stateFolder;
    String remedy = "delete old recordings, or choose another folder";
    if (freeBytes < LEAST) {
      return Check.fail("disk", what + ", a snapshot may not fit", remedy);
    }
    return freeBytes < PLENTY
        ? Check.warn("disk", what + ", little for recordings", remedy)
        : Check.ok("disk", what);
  }

  private static @Nullable Path nearestExisting(Path path) {
    Path folder = path;
    while (folder != null && !Files.exists(folder)) {
      folder = folder.getParent();
    }
    return folder;
  }
}
