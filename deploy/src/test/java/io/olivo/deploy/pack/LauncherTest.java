package io.olivo.deploy.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The scripts in a release, with a Java that says how it was called. */
class LauncherTest {
  @TempDir private Path folder;
  private Path release = Path.of("");

  @BeforeEach
  void pack() throws Exception {
    Packer packer = PlayedHome.packer(PlayedHome.in(folder), folder.resolve("out"));
    release = packer.pack(Architecture.AMD64).toRealPath();
  }

  private String olivo(String... arguments) throws Exception {
    return run(release.resolve("bin/olivo"), arguments);
  }

  private String run(Path program, String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of(program.toString()));
    command.addAll(List.of(arguments));
    return Tool.run(folder, command);
  }

  private String cacheOption() {
    return "-XX:AOTCache=" + release.resolve("cache/olivo.aot") + "\n";
  }

  @Test
  void javaIsThatOfTheReleaseAndSoAreItsJars() throws Exception {
    String said = olivo("run", "an arm.yaml");
    assertTrue(said.contains("-Dolivo.home=" + release + "\n"), said);
    assertTrue(said.contains("\n" + release + "/lib/*\n"), said);
    assertTrue(said.endsWith("io.olivo.deploy.cli.Olivo\nrun\nan arm.yaml\n"), said);
    assertFalse(said.contains("-XX:AOTCache="), said);
  }

  @Test
  void itIsFoundThroughLinks() throws Exception {
    Files.createSymbolicLink(folder.resolve("current"), release);
    Path link = Files.createSymbolicLink(folder.resolve("olivo"), Path.of("current/bin/olivo"));
    String said = run(link, "--version");
    assertTrue(said.contains("-Dolivo.home=" + release + "\n"), said);
  }

  @Test
  void aCacheIsMadeOnceAndUsed() throws Exception {
    run(release.resolve("bin/olivo-cache"));
    assertTrue(olivo("--version").contains(cacheOption()));
    Path cache = release.resolve("cache/olivo.aot");
    Files.writeString(cache, "still this one");
    run(release.resolve("bin/olivo-cache"));
    assertEquals("still this one", Files.readString(cache));
    run(release.resolve("bin/olivo-cache"), "--again");
    assertEquals("learned\n", Files.readString(cache));
  }

  @Test
  void aCacheOfAnotherReleaseIsNotUsedAndIsMadeAgain() throws Exception {
    run(release.resolve("bin/olivo-cache"));
    Files.writeString(release.resolve("cache/release"), "0123456789ab\n");
    assertFalse(olivo("--version").contains("-XX:AOTCache="));
    run(release.resolve("bin/olivo-cache"));
    assertTrue(olivo("--version").contains(cacheOption()));
  }

  @Test
  void aBoardThatComputesOtherBitsGetsNoCacheAndNothingHalfMade() throws Exception {
    Files.createFile(release.resolve("broken"));
    PackException said =
        assertThrows(PackException.class, () -> run(release.resolve("bin/olivo-cache")));
    assertTrue(said.getMessage().contains("DIFFERENT"), said.getMessage());
    assertEquals(List.of(), left());
  }

  private List<Path> left() throws IOException {
    try (var files = Files.list(release.resolve("cache"))) {
      return files.toList();
    }
  }
}
