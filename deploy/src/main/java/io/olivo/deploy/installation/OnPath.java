package io.olivo.deploy.installation;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Programs of this machine. */
public final class OnPath {
  /** Where Debian puts daemons, which is not on everybody's path. */
  private static final String SYSTEM = "/usr/bin:/usr/sbin:/usr/local/sbin";

  private OnPath() {}

  /** Where a program is, looked for on the path and in the system's folders. */
  public static Optional<Path> find(String name) {
    String path = System.getenv().getOrDefault("PATH", "") + File.pathSeparator + SYSTEM;
    return Stream.of(path.split(File.pathSeparator, -1))
        .map(folder -> Path.of(folder, name))
        .filter(Files::isExecutable)
        .findFirst();
  }
}
