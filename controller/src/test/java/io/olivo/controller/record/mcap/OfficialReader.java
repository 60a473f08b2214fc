package io.olivo.controller.record.mcap;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The official MCAP library, which npm brings into {@code controller/target/mcap-official}, run by
 * node. Where node or npm is missing or can't reach its registry, the test is skipped, and says so.
 */
public final class OfficialReader {
  private static final Path SCRIPTS = scripts();
  private static final Path MODULES = SCRIPTS.resolve("../../../target/mcap-official").normalize();
  private static final long LIMIT = 120; // s

  private OfficialReader() {}

  /** From this module's folder, from one beside it, or from the root. */
  private static Path scripts() {
    return Stream.of("src/test/mcap", "../controller/src/test/mcap", "controller/src/test/mcap")
        .map(Path::of)
        .filter(Files::isDirectory)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no controller/src/test/mcap near here"))
        .toAbsolutePath();
  }

  /** Ready for use, or the test that asks is skipped. */
  public static OfficialReader orSkip() throws IOException, InterruptedException {
    Path installed = MODULES.resolve("package.json");
    Path wanted = SCRIPTS.resolve("package.json");
    Files.createDirectories(MODULES);
    Outcome node = run(List.of("node", "--version"));
    if (node.code() != 0) {
      skip("there is no node: " + node.errors());
    }
    if (!Files.exists(MODULES.resolve("node_modules/.package-lock.json")) // npm's last file
        || Files.mismatch(installed, wanted) >= 0) {
      install(wanted, installed);
    }
    return new OfficialReader();
  }

  private static void install(Path wanted, Path installed)
      throws IOException, InterruptedException {
    Files.copy(wanted, installed, StandardCopyOption.REPLACE_EXISTING);
    String options = "--no-audit --no-fund --no-package-lock --ignore-scripts --fetch-retries=1";
    List<String> command = new ArrayList<>(List.of("npm", "install"));
    command.addAll(List.of(options.split(" ")));
    Outcome outcome = run(command);
    if (outcome.code() != 0) {
      skip("npm can't install the official MCAP library: " + outcome.errors());
    }
  }

  private static void skip(String why) {
    System.err.println("\n*** SKIPPED: " + why + "\n*** Recordings were not checked by it.\n");
    abort(why);
  }

  /**
   * Reads recordings with it, which checks every checksum and index. Returns one line of JSON for
   * each: counts, bytes and CRC32 of the messages of each topic, attachments, metadata.
   *
   * @throws AssertionError that says what is wrong with the first that it does not take
   */
  public List<String> check(Path... files) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(List.of("node", SCRIPTS.resolve("check.mjs").toString()));
    Stream.of(files).map(Path::toString).forEach(command::add);
    return node(command);
  }

  /** Writes a recording with it: 500 messages. */
  void write(Path file, String compression) throws IOException, InterruptedException {
    node(List.of("node", SCRIPTS.resolve("write.mjs").toString(), file.toString(), compression));
  }

  private static List<String> node(List<String> command) throws IOException, InterruptedException {
    Outcome outcome = run(command);
    if (outcome.code() != 0) {
      throw new AssertionError(outcome.errors());
    }
    return outcome.output().lines().toList();
  }

  private record Outcome(int code, String output, String errors) {}

  private static Outcome run(List<String> command) throws IOException, InterruptedException {
    Path output = Files.createTempFile(MODULES, "run", ".out");
    Path errors = Files.createTempFile(MODULES, "run", ".err");
    try {
      return run(command, output, errors);
    } finally {
      Files.delete(output);
      Files.delete(errors);
    }
  }

  private static Outcome run(List<String> command, Path output, Path errors)
      throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command).directory(MODULES.toFile());
    builder.redirectOutput(output.toFile()).redirectError(errors.toFile());
    builder.environment().put("OLIVO_MCAP_MODULES", MODULES.toString());
    Process process;
    try {
      process = builder.start();
    } catch (IOException missing) {
      return new Outcome(-1, "", String.valueOf(missing.getMessage()));
    }
    if (!process.waitFor(LIMIT, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      return new Outcome(-1, "", command + " took more than " + LIMIT + " s");
    }
    return new Outcome(process.exitValue(), text(output), text(errors));
  }

  private static String text(Path file) throws IOException {
    return Files.readString(file, StandardCharsets.UTF_8);
  }
}
