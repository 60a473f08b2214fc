package io.olivo.deploy.push;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A release as olivo pack makes it, but for what is in it: scripts that do as they are told. */
final class SmallRelease {
  private static final String OLIVO =
      """
      #!/bin/sh
      here=$(dirname "$0")/..
      case " $* " in
        *" --no-devices "*) said=$here/lib/doctor ;;
        *) said=$here/lib/doctor-of-devices ;;
      esac
      cat "$said"
      ! grep -q '^fail' "$said"
      """;
  private static final String CACHE =
      """
      #!/bin/sh
      cat "$(dirname "$0")/../lib/cache"
      [ ! -s "$(dirname "$0")/../lib/cache" ]
      """;

  private final Map<String, String> files = new TreeMap<>();
  private String arch = "amd64";

  SmallRelease() throws IOException {
    with("bin/olivo", OLIVO).with("bin/olivo-cache", CACHE);
    with("lib/behaviour", "healthy\n").with("lib/olivo.jar", "version 1\n");
    with("lib/doctor", "ok file\n")
        .with("lib/doctor-of-devices", "ok devices\n")
        .with("lib/cache", "");
    with("runtime/lib/modules", "java ".repeat(20_000)).with("LICENSE", "Apache-2.0\n");
    with("systemd/olivo.service", Files.readString(Path.of("src/main/systemd/olivo.service")));
  }

  SmallRelease with(String path, String text) {
    files.put(path, text);
    return this;
  }

  SmallRelease arch(String other) {
    arch = other;
    return this;
  }

  /** What systemctl makes of it. */
  SmallRelease behaving(String how) {
    return with("lib/behaviour", how + "\n");
  }

  /** Writes it to a folder. */
  Path in(Path folder) throws IOException {
    StringBuilder sums = new StringBuilder();
    for (Map.Entry<String, String> file : files.entrySet()) {
      Path path = folder.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue());
      if (file.getKey().startsWith("bin/") && !path.toFile().setExecutable(true)) {
        throw new IOException(path + " can't be made a program");
      }
      sums.append(PushedFile.of(file.getKey(), file.getValue()).line());
    }
    Files.writeString(folder.resolve("SHA256SUMS"), sums);
    String id = PushedFile.digest(sums.toString()).substring(0, 12);
    Files.writeString(
        folder.resolve("RELEASE"),
        "version=0.1.0\narch=%s\ncommit=abc\nid=%s\n".formatted(arch, id));
    return folder;
  }

  /** All files below a folder. */
  static List<String> filesIn(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString())
          .sorted()
          .toList();
    }
  }

  static String text(Path file) throws IOException {
    return Files.readString(file, StandardCharsets.UTF_8);
  }
}
