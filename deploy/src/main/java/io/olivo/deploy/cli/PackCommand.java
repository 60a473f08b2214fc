package io.olivo.deploy.cli;

import io.olivo.deploy.pack.Architecture;
import io.olivo.deploy.pack.PackException;
import io.olivo.deploy.pack.Packer;
import io.olivo.deploy.pack.Release;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** A release for a board. */
@Command(
    name = "pack",
    mixinStandardHelpOptions = true,
    description = {
      "Make a release for a board: a folder and a tar.gz with all that it takes, Java included.",
      "For another processor than this one's, modules of a JDK for it are fetched once by apt."
    },
    footer = {
      "",
      "Examples:",
      "  olivo pack --arch arm64",
      "  olivo pack --arch arm64 --deb --out /tmp/olivo",
      "  olivo pack --arch arm64 --jmods ~/Downloads/jdk-25.0.3+9-jmods"
    })
final class PackCommand implements Callable<Integer> {
  @Option(
      names = "--arch",
      paramLabel = "ARCH",
      description = "arm64 (default; a Raspberry Pi with a 64-bit system, a Jetson) or amd64.")
  private String architecture = "arm64";

  @Option(names = "--deb", description = "Make a Debian package, too.")
  private boolean deb;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where to put it; default: deploy/target/release of the build.")
  private @Nullable Path out;

  @Option(
      names = "--jmods",
      paramLabel = "DIR",
      description = "Modules (jmods) of a JDK 25 for Linux on that processor.")
  private @Nullable Path jmods;

  @Mixin private OutputOptions output = new OutputOptions();
  @Spec private @Nullable CommandSpec command;

  @Override
  public Integer call() throws IOException, InterruptedException {
    Architecture board = board();
    Packer packer = Packer.ofThisBuild().telling(output::note);
    if (out != null) {
      packer.into(out);
    }
    if (jmods != null) {
      packer.jmods(jmods);
    }
    try {
      print(packer, packer.release(board));
      return ExitCode.OK;
    } catch (PackException e) {
      System.err.println(e.getMessage());
      return ExitCode.INTERNAL;
    }
  }

  private Architecture board() {
    try {
      return Architecture.of(architecture);
    } catch (IllegalArgumentException e) {
      throw Usage.error(command, "--arch: " + e.getMessage());
    }
  }

  private void print(Packer packer, Release release) throws IOException {
    List<Path> files = new ArrayList<>(List.of(packer.archive(release)));
    if (deb) {
      files.add(packer.debian(release));
    }
    RunResult result = new RunResult();
    result.put("release", release.folder().toString());
    result.put("megabytes", megabytes(size(release.folder())));
    for (Path file : files) {
      String kind = file.toString().endsWith(".deb") ? "deb" : "tar";
      result.put(kind, file.toString());
      result.put(kind + "_megabytes", megabytes(Files.size(file)));
    }
    result.print(output);
  }

  private static long size(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
    }
  }

  private static double megabytes(long bytes) {
    return Math.round(bytes / 1e5) / 10.0;
  }
}
