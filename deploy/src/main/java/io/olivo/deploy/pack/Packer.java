package io.olivo.deploy.pack;

import io.olivo.deploy.installation.BoardJars;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Properties;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Makes releases: what a board needs to run Olivo, with its own Java and without what only a
 * desktop has. Same sources and same JDK, same bytes.
 */
public final class Packer {
  /** Puts a Java for a board into a folder. */
  interface Linker {
    void link(Architecture architecture, Path folder) throws IOException, InterruptedException;
  }

  private final Path home;
  private Path out;
  private Consumer<String> notes = text -> {};
  private @Nullable Path jmods;
  private @Nullable Linker linker;

  /**
   * @param home where this program lies, as {@code olivo.home} says
   * @param out folder for what is made; may be absent
   */
  public Packer(Path home, Path out) {
    this.home = home.toAbsolutePath().normalize();
    this.out = out;
  }

  /** What was built here, packed beside it. */
  public static Packer ofThisBuild() {
    Path home = Path.of(System.getProperty("olivo.home", "deploy/target/dist")).toAbsolutePath();
    return new Packer(home, home.resolveSibling("release"));
  }

  /** Is told what takes long. */
  public Packer telling(Consumer<String> person) {
    notes = person;
    return this;
  }

  /** Puts what is made into another folder, which may be absent. */
  public Packer into(Path folder) {
    out = folder;
    return this;
  }

  /** Takes these modules of a JDK 25 for the board instead of looking for them. */
  public Packer jmods(Path folder) {
    jmods = folder;
    return this;
  }

  /** Takes another Java than that of jlink. */
  Packer linkedBy(Linker other) {
    linker = other;
    return this;
  }

  /**
   * Makes a release and puts it into its place when it is whole; an older one of its name goes.
   *
   * @return its folder
   * @throws PackException when it cannot be made here; says what to do
   */
  public Path pack(Architecture architecture) throws IOException, InterruptedException {
    return release(architecture).folder();
  }

  /** The same, with what is known of it. */
  public Release release(Architecture architecture) throws IOException, InterruptedException {
    List<Path> jars = jars();
    Build build = Build.of(home, jars, System.getenv());
    String name = Release.name(architecture, build);
    Files.createDirectories(out);
    Path part = Files.createTempDirectory(out, ".packing-");
    try {
      Release making = new Release(part.resolve(name), architecture, build);
      fill(making, jars);
      making.seal();
      Path place = out.resolve(name);
      Folders.delete(place);
      Files.move(making.folder(), place, StandardCopyOption.ATOMIC_MOVE);
      return new Release(place, architecture, build);
    } finally {
      Folders.delete(part);
    }
  }

  private List<Path> jars() throws IOException {
    if (Files.exists(home.resolve("RELEASE")) || !Files.isDirectory(home.resolve("pack"))) {
      throw new PackException(
          "a release is packed where Olivo was built: on a desktop, by ./olivo pack");
    }
    return BoardJars.in(home.resolve("lib"));
  }

  private void fill(Release release, List<Path> jars) throws IOException, InterruptedException {
    Path material = home.resolve("pack");
    ThirdParty thirdParty = new ThirdParty(material.resolve("third-party"), jars);
    Files.createDirectories(release.folder());
    linker().link(release.architecture(), release.at("runtime"));
    for (Path jar : jars) {
      Folders.copy(jar, release.at("lib").resolve(jar.getFileName()));
    }
    Folders.copy(home.resolve("robots"), release.at("robots"));
    Folders.copy(home.resolve("systemd"), release.at("systemd"));
    Folders.copy(material.resolve("bin"), release.at("bin"));
    Folders.copy(material.resolve("share"), release.at("share"));
    Folders.copy(material.resolve("third-party/Apache-2.0.txt"), release.at("LICENSE"));
    Files.writeString(
        release.at("THIRD-PARTY.txt"), thirdParty.text(java(release.at("runtime/release"))));
  }

  private Linker linker() {
    Linker other = linker;
    return other == null ? new JavaRuntime(jmods, notes)::link : other;
  }

  /** The version, as the runtime itself says it. */
  private static String java(Path facts) throws IOException {
    Properties properties = new Properties();
    try (var in = Files.newBufferedReader(facts)) {
      properties.load(in);
    }
    return properties.getProperty("JAVA_VERSION", "25").replace("\"", "");
  }

  /**
   * Packs a release into one file beside its folder.
   *
   * @return {@code olivo-VERSION-linux-ARCHITECTURE.tar.gz}
   */
  public Path archive(Release release) throws IOException {
    String name = String.valueOf(release.folder().getFileName());
    notes.accept("writing " + name + ".tar.gz");
    FileTree tree = new FileTree().copy(name, release.folder());
    Path file = out.resolve(name + ".tar.gz");
    try (OutputStream to = new BufferedOutputStream(Files.newOutputStream(file))) {
      Gzip.compress(to, gzip -> tree.tar(gzip, "", release.build().epochSeconds()));
    }
    return file;
  }

  /**
   * Packs a release into a Debian package beside its folder.
   *
   * @return {@code olivo_VERSION_ARCHITECTURE.deb}
   */
  public Path debian(Release release) throws IOException {
    notes.accept("writing the Debian package");
    Path material = home.resolve("pack");
    ThirdParty thirdParty = new ThirdParty(material.resolve("third-party"), release.jars());
    DebianPackage made = new DebianPackage(release, material, thirdParty);
    return Files.write(out.resolve(made.fileName()), made.bytes());
  }
}
