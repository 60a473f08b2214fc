package io.olivo.deploy.pack;

import io.olivo.deploy.installation.OnPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The modules of Debian's JDK 25 for another processor, fetched once and kept. By an apt of its
 * own: the machine's packages, lists and settings stay as they are, and no root is needed. apt
 * checks the archive's signature and the package's checksum.
 */
final class DebianModules {
  private static final String SUITE = "trixie";
  private static final String PACKAGE = "openjdk-25-jdk-headless";
  private static final Path KEYRING = Path.of("/usr/share/keyrings/debian-archive-keyring.gpg");

  private final Architecture architecture;
  private final Consumer<String> notes;
  private final Path kept;

  DebianModules(Architecture architecture, Consumer<String> notes) {
    this.architecture = architecture;
    this.notes = notes;
    kept = cache().resolve(String.format(Locale.ROOT, "olivo/jmods-25-%s", architecture.debian()));
  }

  private static Path cache() {
    String told = System.getenv("XDG_CACHE_HOME");
    return told == null || told.isEmpty()
        ? Path.of(System.getProperty("user.home"), ".cache")
        : Path.of(told);
  }

  /** Holds java.base.jmod and the others. */
  Path folder() throws IOException, InterruptedException {
    if (!Files.isRegularFile(kept.resolve("java.base.jmod"))) {
      requireTools();
      fetch();
    }
    return kept;
  }

  private void requireTools() throws PackException {
    if (OnPath.find("apt-get").isEmpty() || OnPath.find("dpkg-deb").isEmpty()) {
      throw new PackException(
          """
          a release for %s needs the modules of a JDK 25 for Linux on it, which only apt can fetch here.
          Download the "JMODs" of Temurin 25, Linux, %s, from https://adoptium.net/temurin/releases, unpack
          them, and give the folder: olivo pack --arch %s --jmods FOLDER\
          """
              .formatted(
                  architecture.debian(),
                  architecture == Architecture.ARM64 ? "aarch64" : "x64",
                  architecture.debian()));
    }
    if (!Files.isReadable(KEYRING)) {
      throw new PackException(KEYRING + " is missing: apt install debian-archive-keyring");
    }
  }

  private void fetch() throws IOException, InterruptedException {
    notes.accept(
        "fetching the modules of %s for %s (90 MB, once)"
            .formatted(PACKAGE, architecture.debian()));
    Path work = Files.createTempDirectory("olivo-jmods");
    try {
      List<String> apt = apt(work);
      run(work, apt, "update");
      run(work, apt, "download", PACKAGE);
      Path jmods = unpack(work);
      Files.createDirectories(kept);
      try (Stream<Path> modules = Files.list(jmods)) {
        for (Path module : modules.sorted(DebianModules::baseLast).toList()) {
          Folders.copy(module, kept.resolve(module.getFileName()));
        }
      }
    } finally {
      Folders.delete(work);
    }
  }

  /** java.base comes last: where it is, all are. */
  private static int baseLast(Path one, Path other) {
    return Boolean.compare(one.endsWith("java.base.jmod"), other.endsWith("java.base.jmod"));
  }

  private List<String> apt(Path work) throws IOException {
    Files.createDirectories(work.resolve("state/lists/partial"));
    Files.createDirectories(work.resolve("cache/archives/partial"));
    Files.writeString(work.resolve("status"), "");
    Files.writeString(work.resolve("sources.list"), sources());
    List<String> apt = new ArrayList<>(List.of("apt-get", "-qq"));
    for (String setting :
        List.of(
            "APT::Architecture=" + architecture.debian(),
            "APT::Architectures=" + architecture.debian(),
            "APT::Sandbox::User=",
            "Debug::NoLocking=true",
            "Dir::State=" + work.resolve("state"),
            "Dir::State::status=" + work.resolve("status"),
            "Dir::Cache=" + work.resolve("cache"),
            "Dir::Etc::SourceList=" + work.resolve("sources.list"),
            "Dir::Etc::SourceParts=/dev/null",
            "Dir::Etc::PreferencesParts=/dev/null")) {
      apt.addAll(List.of("-o", setting));
    }
    return apt;
  }

  private static String sources() {
    String mirror =
        System.getenv().getOrDefault("OLIVO_DEBIAN_MIRROR", "http://deb.debian.org/debian");
    String line = "deb [signed-by=%s] %s %s main%n";
    return line.formatted(KEYRING, mirror, SUITE)
        + line.formatted(KEYRING, mirror + "-security", SUITE + "-security");
  }

  private static void run(Path work, List<String> apt, String... words)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(apt);
    command.addAll(List.of(words));
    Tool.run(work, command);
  }

  private static Path unpack(Path work) throws IOException, InterruptedException {
    Path fetched = only(work, PACKAGE + "_*.deb");
    Tool.run(work, List.of("dpkg-deb", "-x", fetched.toString(), "unpacked"));
    return only(work.resolve("unpacked/usr/lib/jvm"), "java-25-*").resolve("jmods");
  }

  private static Path only(Path folder, String pattern) throws IOException {
    try (var found = Files.newDirectoryStream(folder, pattern)) {
      for (Path path : found) {
        return path;
      }
    }
    throw new PackException("apt brought no " + pattern);
  }
}
