package io.olivo.controller.exchange;

import io.olivo.controller.wire.SnapshotNote;
import io.olivo.learning.snapshot.StateFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Offers that were accepted, each as {@code DIGEST.state}, the newest five; and when the newest was
 * signed, so that no older one is taken after it.
 */
public final class OfferFolder {
  private static final String NEWEST = "newest-signed";
  private static final String ENDING = ".state";
  private static final int KEEP = 5;

  private final Path folder;

  /** Made by the first offer, when there is none. */
  public OfferFolder(Path folder) {
    this.folder = folder;
  }

  /** The file of an accepted offer by the SHA-256 of its content, if it is there. */
  public Optional<Path> find(String digest) {
    Path file = folder.resolve(digest + ENDING);
    return SnapshotNote.isDigest(digest) && Files.isRegularFile(file)
        ? Optional.of(file)
        : Optional.empty();
  }

  /** When the newest accepted one was signed [ms since 1970]; 0 when there was none. */
  long newestMillis() throws IOException {
    Path file = folder.resolve(NEWEST);
    if (!Files.exists(file)) {
      return 0;
    }
    try {
      return Long.parseLong(Files.readString(file, StandardCharsets.US_ASCII).strip());
    } catch (NumberFormatException damaged) {
      throw new IOException(
          file + " is damaged; delete it when you trust all offers to come", damaged);
    }
  }

  /** Its time first: after a power cut between the two it has to be offered with a new time. */
  void keep(String digest, byte[] bytes, long signedMillis) throws IOException {
    try {
      StateFile.write(
          folder.resolve(NEWEST), Long.toString(signedMillis).getBytes(StandardCharsets.US_ASCII));
      StateFile.write(folder.resolve(digest + ENDING), bytes);
    } catch (UncheckedIOException refused) {
      throw new IOException(refused.getMessage(), refused);
    }
    deleteOld();
  }

  private void deleteOld() throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      List<Path> newestFirst =
          all.filter(file -> file.toString().endsWith(ENDING))
              .sorted(Comparator.comparing(OfferFolder::modified).reversed())
              .toList();
      for (Path old : newestFirst.subList(Math.min(KEEP, newestFirst.size()), newestFirst.size())) {
        Files.delete(old);
      }
    }
  }

  private static long modified(Path file) {
    return file.toFile().lastModified();
  }
}
