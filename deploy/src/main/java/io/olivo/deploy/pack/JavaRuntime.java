package io.olivo.deploy.pack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Makes the Java that a release brings along: the modules that a board needs, and no more. Of this
 * machine's own kind it is linked from the JDK that runs this program, of another kind from the
 * modules (jmods) of a JDK 25 for it; jlink takes those of another update of its own feature
 * release, too.
 */
final class JavaRuntime {
  /** All that a board's classes reach; a test looks at each of them. */
  static final List<String> MODULES =
      List.of(
          "java.base",
          "java.logging", // Paho, protobuf
          "java.management", // how much garbage, how long
          "java.net.http", // watch --web
          "java.prefs", // Paho
          "jdk.httpserver", // watch --web
          "jdk.management",
          "jdk.net", // options of the link's socket
          "jdk.unsupported"); // protobuf

  private final @Nullable Path jmods;
  private final Consumer<String> notes;

  /**
   * @param jmods modules of a JDK 25 for the other machine; null to look for them
   */
  JavaRuntime(@Nullable Path jmods, Consumer<String> notes) {
    this.jmods = jmods;
    this.notes = notes;
  }

  /**
   * Makes it.
   *
   * @param folder must not exist yet
   */
  void link(Architecture architecture, Path folder) throws IOException, InterruptedException {
    Path jlink = Path.of(System.getProperty("java.home"), "bin", "jlink");
    if (!Files.isExecutable(jlink)) {
      throw new PackException(
          "%s is missing: pack with a JDK 25, on a desktop; a board's own Java cannot"
              .formatted(jlink));
    }
    List<String> command = new ArrayList<>();
    command.addAll(List.of(jlink.toString(), "--add-modules", String.join(",", MODULES)));
    Path modules = modules(architecture);
    if (modules != null) {
      command.addAll(List.of("--module-path", modules.toString()));
    }
    // Native debug symbols are stripped by who built the JDK; objcopy knows only this machine's.
    command.addAll(List.of("--strip-java-debug-attributes", "--compress", "zip-6"));
    command.addAll(List.of("--no-header-files", "--no-man-pages"));
    command.addAll(List.of("--output", folder.toAbsolutePath().toString()));
    notes.accept("linking Java for " + architecture.debian());
    Tool.run(Path.of("."), command);
    dropTools(folder.resolve("bin"));
    Files.deleteIfExists(folder.resolve("lib/jrt-fs.jar")); // lets other JDKs look into this one
  }

  /** Null for those of the JDK that runs. */
  private @Nullable Path modules(Architecture architecture)
      throws IOException, InterruptedException {
    Path given = jmods;
    if (given != null) {
      return checked(given, architecture);
    }
    return architecture.isHere() ? null : new DebianModules(architecture, notes).folder();
  }

  private static Path checked(Path folder, Architecture architecture) throws PackException {
    for (Path place : List.of(folder, folder.resolve("jmods"))) {
      if (Files.isRegularFile(place.resolve("java.base.jmod"))) {
        return place.toAbsolutePath();
      }
    }
    throw new PackException(
        "%s holds no java.base.jmod: give the jmods of a JDK 25 for Linux on %s"
            .formatted(folder, architecture.debian()));
  }

  /** keytool and the like; java alone is called. */
  private static void dropTools(Path bin) throws IOException {
    try (var tools = Files.list(bin)) {
      for (Path tool : tools.filter(one -> !one.endsWith("java")).toList()) {
        Files.delete(tool);
      }
    }
  }
}
