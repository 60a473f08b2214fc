package io.olivo.deploy.pack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Trees of files, always in the same order. */
final class Folders {
  private Folders() {}

  /** All plain files below, links followed, as paths from there, sorted by their text. */
  static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile)
          .map(folder::relativize)
          .sorted(Comparator.comparing(Path::toString))
          .toList();
    }
  }

  /** A file or a tree; what links point to is copied. */
  static void copy(Path from, Path to) throws IOException {
    if (!Files.isDirectory(from)) {
      copyFile(from, to);
      return;
    }
    for (Path file : files(from)) {
      copyFile(from.resolve(file.toString()), to.resolve(file.toString()));
    }
  }

  private static void copyFile(Path from, Path to) throws IOException {
    Path folder = to.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
  }

  /** A tree, and all in it, if it is there. */
  static void delete(Path folder) throws IOException {
    if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
