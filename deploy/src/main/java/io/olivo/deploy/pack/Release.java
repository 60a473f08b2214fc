package io.olivo.deploy.pack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A folder that a board runs: complete, with its own Java, and with a checksum of every file.
 *
 * @param folder {@code olivo-VERSION-linux-ARCHITECTURE}
 * @param architecture of the board
 * @param build what it was made of
 */
public record Release(Path folder, Architecture architecture, Build build) {
  private static final int ID_DIGITS = 12;
  private static final String SUMS = "SHA256SUMS";
  private static final String FACTS = "RELEASE";
  private static final List<String> PROGRAMS =
      List.of("bin/olivo", "bin/olivo-cache", "runtime/bin/java", "runtime/lib/jspawnhelper");

  static String name(Architecture architecture, Build build) {
    return "olivo-%s-linux-%s".formatted(build.version(), architecture.debian());
  }

  /**
   * Writes {@code RELEASE} and {@code SHA256SUMS}, once all else is there, and sets rights and
   * times.
   */
  void seal() throws IOException {
    SortedMap<String, String> sums = new TreeMap<>();
    for (Path file : Folders.files(folder)) {
      sums.put(file.toString(), Digests.sha256(Files.readAllBytes(at(file.toString()))));
    }
    String id = Digests.sha256(lines(sums)).substring(0, ID_DIGITS);
    String facts =
        "version=%s\narch=%s\ncommit=%s\nid=%s\n"
            .formatted(build.version(), architecture.debian(), build.commit(), id);
    Files.writeString(at(FACTS), facts);
    sums.put(FACTS, Digests.sha256(facts));
    Files.writeString(at(SUMS), lines(sums));
    settle();
  }

  /** As {@code sha256sum -c} reads it. */
  private static String lines(SortedMap<String, String> sums) {
    StringBuilder text = new StringBuilder();
    sums.forEach((file, sum) -> text.append(sum).append("  ").append(file).append('\n'));
    return text.toString();
  }

  private void settle() throws IOException {
    FileTime time = FileTime.from(build.time());
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.toList()) {
        String name = folder.relativize(path).toString().replace('\\', '/');
        boolean runs = Files.isDirectory(path) || PROGRAMS.contains(name);
        Files.setPosixFilePermissions(
            path, PosixFilePermissions.fromString(runs ? "rwxr-xr-x" : "rw-r--r--"));
        Files.setLastModifiedTime(path, time);
      }
    }
  }

  List<Path> jars() throws IOException {
    return Folders.files(at("lib")).stream().map(jar -> at("lib").resolve(jar.toString())).toList();
  }

  Path at(String name) {
    return folder.resolve(name);
  }
}
