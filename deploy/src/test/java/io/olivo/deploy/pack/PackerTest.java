package io.olivo.deploy.pack;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackerTest {
  @TempDir private Path folder;
  private Path home = Path.of("");

  @BeforeEach
  void build() throws IOException {
    home = PlayedHome.in(folder);
  }

  private Release packed(String out) throws IOException, InterruptedException {
    return PlayedHome.packer(home, folder.resolve(out)).release(Architecture.ARM64);
  }

  @Test
  void aReleaseHasWhatABoardNeeds() throws Exception {
    Release release = packed("out");
    assertTrue(release.folder().endsWith("olivo-development-linux-arm64"), "" + release);
    for (String file :
        List.of(
            "bin/olivo",
            "bin/olivo-cache",
            "runtime/bin/java",
            "lib/picocli-3.0.jar",
            "robots/arm2-board.yaml",
            "share/selftest.mcap",
            "systemd/olivo.service",
            "LICENSE",
            "THIRD-PARTY.txt",
            "SHA256SUMS",
            "RELEASE")) {
      assertTrue(Files.isRegularFile(release.at(file)), file);
    }
    assertTrue(Files.isExecutable(release.at("bin/olivo")));
    assertFalse(Files.exists(release.at("lib/jna-platform-5.0.jar")), "a jar that no board gets");
  }

  @Test
  void packedTwiceItIsTheSameBytes() throws Exception {
    Packer here = PlayedHome.packer(home, folder.resolve("here"));
    Packer there = PlayedHome.packer(home, folder.resolve("there"));
    Release one = here.release(Architecture.ARM64);
    Release other = there.release(Architecture.ARM64);
    assertArrayEquals(
        Files.readAllBytes(here.archive(one)), Files.readAllBytes(there.archive(other)));
    assertArrayEquals(
        Files.readAllBytes(here.debian(one)), Files.readAllBytes(there.debian(other)));
  }

  @Test
  void everyFileHasTheTimeOfTheBuild() throws Exception {
    Release release = packed("out");
    FileTime built = FileTime.from(Instant.parse("2026-11-23T00:00:00Z"));
    for (Path file : Folders.files(release.folder())) {
      assertEquals(built, Files.getLastModifiedTime(release.at(file.toString())), file::toString);
    }
  }

  @Test
  void everyFileHasItsChecksumAndTheReleaseIsNamedByThem() throws Exception {
    Release release = packed("out");
    List<String> sums = Files.readAllLines(release.at("SHA256SUMS"));
    Set<String> summed = new TreeSet<>();
    for (String line : sums) {
      String file = line.substring(66);
      summed.add(file);
      assertEquals(line.substring(0, 64), Digests.sha256(Files.readAllBytes(release.at(file))));
    }
    Set<String> files =
        Folders.files(release.folder()).stream().map(Path::toString).collect(Collectors.toSet());
    files.remove("SHA256SUMS");
    assertEquals(new TreeSet<>(files), summed);
    String others =
        sums.stream()
            .filter(line -> !line.endsWith("  RELEASE"))
            .map(line -> line + "\n")
            .collect(Collectors.joining());
    List<String> facts = Files.readAllLines(release.at("RELEASE"));
    assertTrue(facts.contains("id=" + Digests.sha256(others).substring(0, 12)), "" + facts);
    assertTrue(facts.contains("arch=arm64"), "" + facts);
  }

  @Test
  void aReleaseTakesThePlaceOfAnOlderOne() throws Exception {
    Release old = packed("out");
    Files.writeString(old.at("leftover"), "of another build");
    assertFalse(Files.exists(packed("out").at("leftover")));
    try (var left = Files.list(folder.resolve("out"))) {
      assertEquals(1, left.count());
    }
  }

  @Test
  void aJarOfAnUnknownLicenceIsNotShipped() throws Exception {
    Path list = home.resolve("pack/third-party/jars.txt");
    Files.write(
        list, Files.readAllLines(list).stream().filter(line -> !line.startsWith("uplot")).toList());
    PackException refused = assertThrows(PackException.class, () -> packed("out"));
    assertTrue(refused.getMessage().contains("uplot-3.0.jar"), refused.getMessage());
    assertFalse(Files.exists(folder.resolve("out/olivo-development-linux-arm64")));
  }

  @Test
  void everyJarIsToldWithItsLicenceAndItsNotice() throws Exception {
    Release release = packed("out");
    String text = Files.readString(release.at("THIRD-PARTY.txt"));
    for (Path jar : release.jars()) {
      assertTrue(text.contains("\nlib/" + jar.getFileName() + "\n"), jar::toString);
    }
    assertTrue(text.contains("OpenJDK 25.0.9"), text);
    assertTrue(text.contains("Eclipse Public License - v 2.0"), text);
    assertTrue(text.contains("GNU LESSER GENERAL PUBLIC LICENSE"), text);
    assertTrue(text.contains("tahu-core | EPL-2.0"), "the notice in the jar");
  }

  @Test
  void aBoardCannotPack() throws Exception {
    Release release = packed("out");
    Packer there = new Packer(release.folder(), folder.resolve("again"));
    PackException refused = assertThrows(PackException.class, () -> there.pack(Architecture.ARM64));
    assertTrue(refused.getMessage().contains("on a desktop"), refused.getMessage());
  }

  @Test
  void aProcessorIsKnownByTheNamesThatBoardsGiveIt() {
    assertEquals(Architecture.ARM64, Architecture.of("aarch64"));
    assertEquals(Architecture.AMD64, Architecture.of("x86_64"));
    assertThrows(IllegalArgumentException.class, () -> Architecture.of("armv7l"));
  }
}
