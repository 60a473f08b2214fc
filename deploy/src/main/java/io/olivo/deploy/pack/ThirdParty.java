package io.olivo.deploy.pack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Says whose work a release brings along and under which licence: of just the jars that are in it,
 * by the list of known ones, with the notices that are in the jars and each licence's text once.
 */
final class ThirdParty {
  /**
   * One jar of the list.
   *
   * @param name without version
   * @param licence one or several short names, parted by {@code and}
   * @param copyright years and holders
   * @param source where its source is
   */
  record Known(String name, String licence, String copyright, String source) {
    List<String> licences() {
      return List.of(licence.split(" and "));
    }
  }

  private static final Pattern JAR = Pattern.compile("(.+?)-(\\d.*)\\.jar");
  private static final Pattern NOTICE =
      Pattern.compile("(.*/)?[^/]*(NOTICE|LICENSE|LICENCE)[^/]*", Pattern.CASE_INSENSITIVE);
  private static final String RULE = "=".repeat(80);

  private final Path texts;
  private final SortedMap<String, Path> jars = new TreeMap<>();
  private final Map<String, Known> known = new LinkedHashMap<>();

  /**
   * @param texts folder of the list and of the licences' texts
   * @param shipped jars
   * @throws PackException when a jar is not in the list
   */
  ThirdParty(Path texts, List<Path> shipped) throws IOException {
    this.texts = texts;
    for (String line : Files.readAllLines(texts.resolve("jars.txt"))) {
      if (!line.startsWith("#")) {
        String[] parts = line.split(" \\| ", -1);
        known.put(parts[0], new Known(parts[0], parts[1], parts[2], parts[3]));
      }
    }
    for (Path jar : shipped) {
      jars.put(String.valueOf(jar.getFileName()), jar);
    }
    for (String jar : jars.keySet()) {
      of(jar);
    }
  }

  /** What is known of a jar by its file's name. */
  Known of(String jar) throws PackException {
    Matcher name = JAR.matcher(jar);
    Known found = name.matches() ? known.get(name.group(1)) : null;
    if (found == null) {
      throw new PackException(
          "nothing says under which licence %s is: look, and add a line to %s"
              .formatted(jar, texts.resolve("jars.txt")));
    }
    return found;
  }

  /**
   * The text of THIRD-PARTY.txt.
   *
   * @param java version of the Java that is in the release
   */
  String text(String java) throws IOException {
    StringBuilder text = new StringBuilder();
    text.append(
        """
        What this release of Olivo brings along, and under which licence

        Olivo itself is under the Apache License 2.0, see LICENSE.

        runtime/ is OpenJDK %s, under the GNU General Public License, version 2, with the Classpath
        Exception; its texts, and those of what is inside it, are in runtime/legal. Its source is the
        package openjdk-25 of Debian (https://sources.debian.org/src/openjdk-25/) or the tag jdk-%s of
        https://github.com/openjdk/jdk25u.

        Each jar in lib/ is unchanged. Where its authors offer a choice of licences, ours is named.
        """
            .formatted(java, java));
    SortedSet<String> licences = new TreeSet<>();
    for (Map.Entry<String, Path> jar : jars.entrySet()) {
      append(text, jar.getKey(), jar.getValue());
      licences.addAll(of(jar.getKey()).licences());
    }
    for (String licence : licences) {
      heading(text, licence);
      text.append(licenceText(licence));
    }
    return text.toString();
  }

  private void append(StringBuilder text, String jar, Path file) throws IOException {
    Known of = of(jar);
    heading(text, "lib/" + jar);
    text.append("Licence:    ").append(of.licence()).append('\n');
    text.append("Copyright:  ").append(of.copyright()).append('\n');
    text.append("Source:     ").append(of.source()).append('\n');
    for (String notice : notices(file)) {
      text.append('\n').append(notice.strip()).append('\n');
    }
  }

  private static void heading(StringBuilder text, String title) {
    text.append('\n').append(RULE).append('\n').append(title).append("\n\n");
  }

  private String licenceText(String licence) throws IOException {
    return Files.readString(texts.resolve(licence + ".txt"));
  }

  /** Files in the jar that tell of licences, but for whole texts that are given at the end. */
  private static List<String> notices(Path jar) throws IOException {
    List<String> notices = new ArrayList<>();
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      for (ZipEntry entry :
          zip.stream().sorted((a, b) -> a.getName().compareTo(b.getName())).toList()) {
        if (NOTICE.matcher(entry.getName()).matches() && !entry.getName().endsWith(".class")) {
          String notice =
              new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
          if (!notice.contains("TERMS AND CONDITIONS FOR USE, REPRODUCTION")) {
            notices.add(notice.replace("\r\n", "\n"));
          }
        }
      }
    }
    return notices;
  }

  /** Stanzas of Debian's machine-readable copyright file. */
  String copyright(String head) throws IOException {
    StringBuilder text = new StringBuilder(head);
    SortedSet<String> licences = new TreeSet<>(List.of("Apache-2.0"));
    for (String jar : jars.keySet()) {
      Known of = of(jar);
      if (!of.licence().equals("Apache-2.0") || !jar.startsWith("olivo-")) {
        text.append("\nFiles: usr/lib/olivo/lib/").append(jar);
        text.append("\nCopyright: ").append(of.copyright());
        text.append("\nLicense: ").append(of.licence()).append('\n');
        licences.addAll(of.licences());
      }
    }
    for (String licence : licences) {
      text.append("\nLicense: ").append(licence).append('\n').append(debianText(licence));
    }
    return text.toString();
  }

  /** Debian's systems have these texts; others are given whole. */
  private String debianText(String licence) throws IOException {
    Path common = Path.of("/usr/share/common-licenses", licence);
    if (licence.equals("Apache-2.0") || licence.equals("LGPL-2.1")) {
      return " On Debian systems, the text of this licence is in\n " + common + ".\n";
    }
    StringBuilder text = new StringBuilder();
    for (String line : licenceText(licence).strip().lines().toList()) {
      text.append(' ').append(line.isBlank() ? "." : line.stripTrailing()).append('\n');
    }
    return text.toString();
  }
}
