package io.olivo.deploy.pack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** A program of this machine, run to its end. */
final class Tool {
  private static final int LAST_LINES = 8;

  private Tool() {}

  /**
   * Runs it.
   *
   * @return what it said
   * @throws PackException when it is missing or fails, with the end of what it said
   */
  static String run(Path folder, List<String> command) throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().put("LC_ALL", "C.UTF-8");
    Process process = start(builder.redirectErrorStream(true));
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int code = process.waitFor();
    if (code != 0) {
      throw new PackException(
          "%s failed (exit code %d):%n%s".formatted(command.getFirst(), code, end(said)));
    }
    return said;
  }

  private static Process start(ProcessBuilder builder) throws PackException {
    try {
      return builder.start();
    } catch (IOException e) {
      throw new PackException(
          "cannot start " + builder.command().getFirst() + ": " + e.getMessage());
    }
  }

  private static String end(String said) {
    List<String> lines = said.lines().toList();
    return String.join("\n", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
  }
}
