package io.olivo.deploy.pack;

import io.olivo.deploy.session.Version;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * What a release is made of: this is the same whenever and wherever it is packed.
 *
 * @param version of the software
 * @param commit of its sources, with {@code -changed} where they are; {@code unknown} without git
 * @param time of all files: {@code SOURCE_DATE_EPOCH}, else of the build
 */
record Build(String version, String commit, Instant time) {
  private static final Instant UNDATED = Instant.parse("2026-11-23T00:00:00Z");
  private static final String MANIFEST = "META-INF/MANIFEST.MF";

  /**
   * Of this program.
   *
   * @param home folder that it was built in
   * @param jars of it
   */
  static Build of(Path home, List<Path> jars, Map<String, String> environment)
      throws IOException, InterruptedException {
    String epoch = environment.get("SOURCE_DATE_EPOCH");
    Instant time =
        epoch == null ? timeOf(jars) : Instant.ofEpochSecond(Long.parseLong(epoch.strip()));
    return new Build(Version.text(), commit(home), time);
  }

  /**
   * The build gives each file in our jars the same time; a zip's times have no zone, these are UTC.
   */
  private static Instant timeOf(List<Path> jars) throws IOException {
    for (Path jar : jars) {
      if (String.valueOf(jar.getFileName()).startsWith("olivo-deploy-")) {
        return timeOf(jar);
      }
    }
    return UNDATED;
  }

  private static Instant timeOf(Path jar) throws IOException {
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      ZipEntry manifest = zip.getEntry(MANIFEST);
      LocalDateTime made = manifest == null ? null : manifest.getTimeLocal();
      return made == null ? UNDATED : made.toInstant(ZoneOffset.UTC);
    }
  }

  private static String commit(Path home) throws InterruptedException {
    try {
      String commit = Tool.run(home, List.of("git", "rev-parse", "--verify", "HEAD")).strip();
      String changes =
          Tool.run(home, List.of("git", "status", "--porcelain", "--untracked-files=no"));
      return commit + (changes.isBlank() ? "" : "-changed");
    } catch (IOException e) {
      return "unknown";
    }
  }

  long epochSeconds() {
    return time.getEpochSecond();
  }

  /**
   * As Debian orders versions: a snapshot comes before what it becomes. No revision: it is native.
   */
  String debianVersion() {
    String text = version.replace("-SNAPSHOT", "~snapshot").replace('-', '~');
    return Character.isDigit(text.charAt(0)) ? text : "0~" + text;
  }
}
