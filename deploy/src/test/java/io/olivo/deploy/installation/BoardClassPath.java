package io.olivo.deploy.installation;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What a board has of this build, where our modules are jars or folders of classes. */
final class BoardClassPath {
  private BoardClassPath() {}

  static List<Path> entries() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(Path::of)
        .filter(path -> BoardJars.contain(jarOf(path)))
        .toList();
  }

  /** Of {@code learning/target/classes} as if it were a jar. */
  static String jarOf(Path path) {
    boolean module = path.endsWith(Path.of("target", "classes"));
    return module
        ? "olivo-" + path.getName(path.getNameCount() - 3) + "-classes"
        : path.getFileName().toString();
  }

  /** As Java takes it. */
  static String text() {
    return String.join(File.pathSeparator, entries().stream().map(Path::toString).toList());
  }
}
