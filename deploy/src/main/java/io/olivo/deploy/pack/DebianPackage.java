package io.olivo.deploy.pack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/**
 * A release as a package of Debian, written without Debian's tools. Source: deb(5): an ar of {@code
 * debian-binary}, {@code control.tar.gz}, {@code data.tar.gz}.
 */
final class DebianPackage {
  private static final String MAINTAINER = "Olivo maintainers <maintainers@olivo.io>";
  private static final String HOME = "usr/lib/olivo";
  private static final String DOC = "usr/share/doc/olivo";
  private static final List<String> SCRIPTS = List.of("postinst", "prerm", "postrm");

  private final Release release;
  private final Path material;
  private final ThirdParty thirdParty;

  /**
   * @param release what is in it
   * @param material folder of the scripts and texts
   * @param thirdParty whose work is in it
   */
  DebianPackage(Release release, Path material, ThirdParty thirdParty) {
    this.release = release;
    this.material = material;
    this.thirdParty = thirdParty;
  }

  String fileName() {
    return "olivo_%s_%s.deb".formatted(version(), release.architecture().debian());
  }

  private String version() {
    return release.build().debianVersion();
  }

  byte[] bytes() throws IOException {
    long time = release.build().epochSeconds();
    FileTree data = data();
    FileTree control = control(data);
    return new Ar(time)
        .member("debian-binary", "2.0\n".getBytes(StandardCharsets.US_ASCII))
        .member("control.tar.gz", Gzip.compressed(gzip -> control.tar(gzip, "./", time)))
        .member("data.tar.gz", Gzip.compressed(gzip -> data.tar(gzip, "./", time)))
        .bytes();
  }

  private FileTree control(FileTree data) throws IOException {
    String text =
        debian("control")
            .replace("@VERSION@", version())
            .replace("@ARCH@", release.architecture().debian())
            .replace("@MAINTAINER@", MAINTAINER)
            .replace("@SIZE@", Long.toString(data.kibibytes()));
    FileTree tree = new FileTree().text("control", text, false);
    tree.text("md5sums", data.md5sums(), false);
    for (String script : SCRIPTS) {
      tree.text(script, debian(script), true);
    }
    return tree;
  }

  private FileTree data() throws IOException {
    FileTree tree = new FileTree().copy(HOME, release.folder());
    tree.link("usr/bin/olivo", "../lib/olivo/bin/olivo");
    tree.folder("etc/olivo").folder("var/cache/olivo").link(HOME + "/cache", "/var/cache/olivo");
    tree.copy("usr/lib/systemd/system/olivo.service", release.at("systemd/olivo.service"));
    tree.text("usr/lib/systemd/system/olivo.service.d/package.conf", debian("package.conf"), false);
    tree.text("usr/lib/sysusers.d/olivo.conf", debian("olivo.sysusers"), false);
    tree.text("usr/share/lintian/overrides/olivo", debian("lintian-overrides"), false);
    tree.text(DOC + "/copyright", thirdParty.copyright(debian("copyright")), false);
    tree.bytes(DOC + "/changelog.gz", compressed(changelog()), false);
    String manual = Files.readString(material.resolve("man/olivo.1"));
    tree.bytes("usr/share/man/man1/olivo.1.gz", compressed(manual), false);
    return tree;
  }

  /** Debian's form of it; what changed in Olivo is in its own changelog. */
  private String changelog() {
    String when =
        DateTimeFormatter.RFC_1123_DATE_TIME.format(
            release.build().time().atOffset(ZoneOffset.UTC));
    String day = when.replaceFirst(", (\\d) ", ", 0$1 ").replace("GMT", "+0000");
    return """
    olivo (%s) unstable; urgency=medium

      * Commit %s.

     -- %s  %s
    """
        .formatted(version(), release.build().commit(), MAINTAINER, day);
  }

  private String debian(String name) throws IOException {
    return Files.readString(material.resolve("debian").resolve(name));
  }

  private static byte[] compressed(String text) throws IOException {
    return Gzip.compressed(gzip -> gzip.write(text.getBytes(StandardCharsets.UTF_8)));
  }
}
