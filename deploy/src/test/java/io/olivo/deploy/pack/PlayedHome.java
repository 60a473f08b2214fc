package io.olivo.deploy.pack;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A build of Olivo whose jars hold next to nothing, and a Java that only says how it was called.
 */
final class PlayedHome {
  static final Path SOURCES = Path.of(System.getProperty("olivo.home"));
  private static final LocalDateTime BUILT = LocalDateTime.of(2026, 11, 23, 0, 0);

  /**
   * Prints its arguments; makes the cache that it is asked for, unless there is a file "broken".
   */
  private static final String JAVA =
      """
      #!/bin/sh
      printf '%s\\n' "$@"
      home=$(dirname "$(dirname "$(dirname "$0")")")
      case "$*" in *replay*) [ ! -e "$home/broken" ] || { echo DIFFERENT; exit 1; } ;; esac
      for word; do
        case $word in -XX:AOTCacheOutput=*) echo learned >"${word#*=}" ;; esac
      done
      """;

  private PlayedHome() {}

  static Path in(Path folder) throws IOException {
    Path home = folder.resolve("dist");
    for (String part : List.of("pack", "robots", "systemd")) {
      Folders.copy(SOURCES.resolve(part), home.resolve(part));
    }
    Files.createDirectories(home.resolve("lib"));
    for (String line : Files.readAllLines(home.resolve("pack/third-party/jars.txt"))) {
      if (!line.startsWith("#")) {
        String name = line.split(" ")[0];
        String version =
            name.equals("jna") ? "-5.0.jar" : "-3.0.jar"; // jna-platform is another jar
        jar(home.resolve("lib/" + name + version), "NOTICE", line);
      }
    }
    jar(home.resolve("lib/jna-platform-5.0.jar"), "NOTICE", "for desktops");
    return home;
  }

  static void jar(Path file, String name, String text) throws IOException {
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (String entry : List.of("META-INF/MANIFEST.MF", name)) {
        ZipEntry one = new ZipEntry(entry);
        one.setTimeLocal(BUILT);
        zip.putNextEntry(one);
        zip.write(text.getBytes(StandardCharsets.UTF_8));
      }
    }
  }

  static Packer packer(Path home, Path out) {
    return new Packer(home, out).linkedBy((architecture, folder) -> link(folder));
  }

  private static void link(Path folder) throws IOException {
    Files.createDirectories(folder.resolve("bin"));
    Path java = Files.writeString(folder.resolve("bin/java"), JAVA);
    Files.writeString(folder.resolve("release"), "JAVA_VERSION=\"25.0.9\"\n");
    java.toFile().setExecutable(true);
  }
}
