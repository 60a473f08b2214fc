package io.olivo.deploy.robot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The robot files near a path that isn't one. */
final class NearbyFiles {
  private static final int MOST = 10;

  private NearbyFiles() {}

  /** What is beside a missing file, in {@code robots/} beside it, or in {@code robots/} here. */
  static String near(Path missing) {
    Path folder = missing.toAbsolutePath().getParent();
    List<Path> folders =
        folder == null
            ? List.of(Path.of("robots"))
            : List.of(folder, folder.resolve("robots"), Path.of("robots"));
    return folders.stream()
        .map(NearbyFiles::list)
        .filter(list -> !list.isEmpty())
        .findFirst()
        .orElse("; check the name and the folder you are in");
  }

  /** "; there are ..." with the YAML files of a folder, or nothing. */
  static String list(Path folder) {
    if (!Files.isDirectory(folder)) {
      return "";
    }
    try (Stream<Path> files = Files.list(folder)) {
      List<String> names =
          files
              .map(file -> String.valueOf(file.getFileName()))
              .filter(name -> name.endsWith(".yaml") || name.endsWith(".yml"))
              .sorted()
              .limit(MOST)
              .toList();
      String shown = String.valueOf(folder.getFileName());
      return names.isEmpty() ? "" : "; in " + shown + "/ there are " + String.join(", ", names);
    } catch (IOException | UncheckedIOException closed) {
      return "";
    }
  }
}
