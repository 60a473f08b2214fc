package io.olivo.deploy.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.olivo.deploy.installation.OnPath;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Archives of ours, read by the programs of others. */
class ArchivesTest {
  @TempDir private Path folder;

  @Test
  void tarUnpacksWhatWasPacked() throws Exception {
    String deep = "a-folder-with-a-long-name/".repeat(5) + "file";
    FileTree tree = new FileTree().text(deep, "deep", false).text("bin/run", "#!/bin/sh\n", true);
    tree.link("link", "bin/run");
    Path file = folder.resolve("made.tar.gz");
    Files.write(file, Gzip.compressed(gzip -> tree.tar(gzip, "", 1_000_000_000)));
    Tool.run(folder, List.of("tar", "-xzf", file.toString()));
    assertEquals("deep", Files.readString(folder.resolve(deep)));
    assertTrue(Files.isExecutable(folder.resolve("bin/run")));
    assertEquals(Path.of("bin/run"), Files.readSymbolicLink(folder.resolve("link")));
    assertEquals(1_000_000_000_000L, Files.getLastModifiedTime(folder.resolve(deep)).toMillis());
  }

  @Test
  void theOrderOfMakingDoesNotMatter() throws Exception {
    FileTree one = new FileTree().text("b", "2", false).text("a/c", "1", false);
    FileTree other = new FileTree().text("a/c", "1", false).text("b", "2", false);
    assertEquals(sum(one), sum(other));
  }

  private static String sum(FileTree tree) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    tree.tar(out, "./", 0);
    return Digests.sha256(out.toByteArray());
  }

  @Test
  void aNameThatNoTarCanHoldIsRefused() {
    FileTree tree = new FileTree().text("x".repeat(101), "", false);
    assertThrows(
        IllegalArgumentException.class, () -> tree.tar(new ByteArrayOutputStream(), "", 0));
  }

  @Test
  void membersOfAnArBeginAtEvenPlaces() {
    byte[] made = new Ar(0).member("odd", new byte[] {'x'}).member("next", new byte[0]).bytes();
    String text = new String(made, StandardCharsets.US_ASCII);
    assertTrue(text.startsWith("!<arch>\nodd "), text);
    assertEquals(0, text.indexOf("next") % 2, text);
  }

  @Test
  void dpkgReadsThePackage() throws Exception {
    assumeTrue(OnPath.find("dpkg-deb").isPresent(), "dpkg-deb is not here");
    Packer packer = PlayedHome.packer(PlayedHome.in(folder), folder.resolve("out"));
    Path deb = packer.debian(packer.release(Architecture.ARM64));
    String fields = Tool.run(folder, List.of("dpkg-deb", "--field", deb.toString()));
    assertTrue(fields.contains("Package: olivo\n"), fields);
    assertTrue(fields.contains("Architecture: arm64\n"), fields);
    String files = Tool.run(folder, List.of("dpkg-deb", "--contents", deb.toString()));
    for (String line :
        List.of(
            "./usr/bin/olivo -> ../lib/olivo/bin/olivo",
            "./usr/lib/olivo/cache -> /var/cache/olivo",
            "./usr/lib/systemd/system/olivo.service\n",
            "./usr/share/man/man1/olivo.1.gz\n")) {
      assertTrue(files.contains(line), files);
    }
    assertTrue(files.lines().allMatch(line -> line.contains(" root/root ")), files);
  }
}
