package io.olivo.deploy.push;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A version to be installed: a folder as {@code olivo pack} makes it.
 *
 * @param folder here
 * @param facts of its file RELEASE: version, arch, commit, id
 * @param files all that is in SHA256SUMS, in that order
 */
record Release(Path folder, Map<String, String> facts, List<PushedFile> files) {
  static final String SUMS = "SHA256SUMS";
  static final String FACTS = "RELEASE";
  private static final Pattern LINE = Pattern.compile("([0-9a-f]{64}) [ *](.+)");
  private static final Pattern PLAIN =
      Pattern.compile("[A-Za-z0-9_@+.,~-]+(/[A-Za-z0-9_@+.,~-]+)*");
  private static final String REMEDY = "make it again: olivo pack";

  Release {
    facts = Map.copyOf(facts);
    files = List.copyOf(files);
  }

  /**
   * Opens one, and looks at every byte of it.
   *
   * @throws IllegalArgumentException when it isn't one, or isn't whole, with the remedy
   */
  static Release open(Path folder) {
    try {
      Map<String, String> facts = facts(folder.resolve(FACTS));
      List<PushedFile> files = new ArrayList<>();
      for (String line : Files.readAllLines(folder.resolve(SUMS), StandardCharsets.UTF_8)) {
        files.add(file(folder, line));
      }
      Release release = new Release(folder, facts, files);
      release.requireWhole();
      return release;
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "%s is no whole release (%s); %s".formatted(folder, e.getMessage(), REMEDY), e);
    }
  }

  private static Map<String, String> facts(Path file) throws IOException {
    Map<String, String> facts = new LinkedHashMap<>();
    for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
      int equals = line.indexOf('=');
      if (equals > 0) {
        facts.put(line.substring(0, equals), line.substring(equals + 1).strip());
      }
    }
    return facts;
  }

  /** What a path may not be: absolute, upwards, or anything that a shell or tar reads otherwise. */
  private static PushedFile file(Path folder, String line) throws IOException {
    Matcher parts = LINE.matcher(line);
    String path = parts.matches() ? parts.group(2).replaceFirst("^\\./", "") : "";
    if (!PLAIN.matcher(path).matches() || List.of(path.split("/", -1)).contains("..")) {
      throw new IllegalArgumentException(
          "%s of %s has a strange line: %s; %s".formatted(SUMS, folder, line, REMEDY));
    }
    Path file = folder.resolve(path);
    int mode = Files.isExecutable(file) ? PushedFile.PROGRAM : PushedFile.READABLE;
    return new PushedFile(
        path, parts.group(1), mode, Files.size(file), () -> Files.newInputStream(file));
  }

  private void requireWhole() throws IOException {
    if (!id().matches("[0-9a-f]{12}") || arch().isEmpty()) {
      throw new IllegalArgumentException(
          "%s of %s names no id and arch; %s".formatted(FACTS, folder, REMEDY));
    }
    for (PushedFile file : files) {
      if (!file.isWhole()) {
        throw new IllegalArgumentException(
            "%s of %s was changed; %s".formatted(file.path(), folder, REMEDY));
      }
    }
    for (String needed : List.of("bin/olivo", "systemd/olivo.service")) {
      if (files.stream().noneMatch(file -> file.path().equals(needed))) {
        throw new IllegalArgumentException("%s has no %s; %s".formatted(folder, needed, REMEDY));
      }
    }
  }

  /** Of this program with its runtime: equal ids are equal files. */
  String id() {
    return facts.getOrDefault("id", "");
  }

  /** As Debian says: arm64 or amd64. */
  String arch() {
    return facts.getOrDefault("arch", "");
  }

  /** For people. */
  String version() {
    return facts.getOrDefault("version", "unknown");
  }
}
