package io.olivo.deploy.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS) // there it runs inside WSL
class FindJdkTest {
  private static final String ADVICE = "Olivo needs a JDK 25 and found none: install one";

  @TempDir Path folder;
  private Path tools;

  /** A path with what the script calls, and no javac. */
  @BeforeEach
  void forwardTools() throws IOException {
    tools = Files.createDirectory(folder.resolve("tools"));
    for (String tool : List.of("grep", "readlink")) {
      executable(tools.resolve(tool), "exec " + onPath(tool).orElseThrow() + " \"$@\"");
    }
  }

  @Test
  void javaHomeComesFirst() throws Exception {
    Path jdk = jdk("mine", "25.0.1");
    Shell found = find(Map.of("JAVA_HOME", jdk.toString()));
    assertEquals(new Shell(0, jdk + "\n"), found);
  }

  @Test
  void aJavaHomeOfAnotherVersionIsPassedOver() throws Exception {
    Path other = jdk("old", "17.0.15");
    Path places = Files.createDirectory(folder.resolve("places of jdks"));
    Path jdk = jdk("places of jdks/mac/Contents/Home", "25");
    Shell found =
        find(Map.of("JAVA_HOME", other.toString(), "OLIVO_JDK_PLACES", "/nowhere:" + places));
    assertEquals(new Shell(0, jdk + "\n"), found);
  }

  @Test
  void theJavacOnThePathIsFollowedThroughItsLinks() throws Exception {
    Path jdk = jdk("linked", "25.0.2");
    Files.createSymbolicLink(folder.resolve("alternative"), jdk.resolve("bin/javac"));
    Files.createSymbolicLink(tools.resolve("javac"), Path.of("../alternative"));
    assertEquals(0, find(Map.of()).exit());
    assertTrue(Files.isSameFile(jdk, Path.of(find(Map.of()).said().strip())));
  }

  @Test
  void withoutOneItSaysInOneLineWhatToInstall() throws Exception {
    Shell none = find(Map.of());
    assertEquals(1, none.exit());
    assertEquals(1, none.said().lines().count(), none.said());
    assertTrue(none.said().startsWith(ADVICE), none.said());
  }

  @Test
  void mavenWithoutOneSaysTheSame() throws Exception {
    Optional<Path> maven = onPath("mvn");
    assumeTrue(maven.isPresent(), "no mvn on the path");
    Map<String, String> environment = new HashMap<>(System.getenv());
    environment.remove("JAVA_HOME");
    environment.put("OLIVO_JDK_PLACES", "/nowhere");
    executable(tools.resolve("javac"), "exit 1"); // hides the real one, and is in no JDK
    environment.put("PATH", tools + ":" + System.getenv("PATH"));
    Optional<Path> other = otherJava();
    assumeTrue(other.isPresent(), "no JDK but 25 to run Maven with");
    environment.put("JAVA_HOME", other.get().toString());
    Shell build =
        Shell.run(Shell.root(), environment, maven.get().toString(), "-o", "-B", "-N", "validate");
    assumeTrue(!build.said().contains("offline mode"), "a plugin is not in the local repository");
    assertNotEquals(0, build.exit());
    assertTrue(build.said().contains(ADVICE), build.said());
  }

  private Shell find(Map<String, String> more) throws Exception {
    Map<String, String> environment = new HashMap<>();
    environment.put("PATH", tools.toString());
    environment.put("OLIVO_JDK_PLACES", "/nowhere");
    environment.putAll(more);
    String script = Shell.root().resolve(".mvn/find-jdk-25").toString();
    return Shell.run(folder, environment, "/bin/sh", script);
  }

  /** As much of a JDK as the script looks at. */
  private Path jdk(String name, String version) throws IOException {
    Path home = Files.createDirectories(folder.resolve(name));
    executable(Files.createDirectory(home.resolve("bin")).resolve("javac"), "exit 0");
    Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
    return home;
  }

  private static void executable(Path file, String body) throws IOException {
    Files.writeString(file, "#!/bin/sh\n" + body + "\n");
    assertTrue(file.toFile().setExecutable(true));
  }

  private static Optional<Path> onPath(String command) {
    return Stream.of(System.getenv("PATH").split(":"))
        .map(place -> Path.of(place, command))
        .filter(Files::isExecutable)
        .findFirst();
  }

  private static Optional<Path> otherJava() throws IOException {
    Path usual = Path.of("/usr/lib/jvm");
    if (!Files.isDirectory(usual)) {
      return Optional.empty();
    }
    try (Stream<Path> homes = Files.list(usual)) {
      return homes
          .filter(home -> home.getFileName().toString().matches(".*(17|21).*"))
          .filter(home -> Files.isExecutable(home.resolve("bin/java")))
          .findFirst();
    }
  }
}
