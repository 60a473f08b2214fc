package io.olivo.deploy.installation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The command line, run to its end in a process of its own.
 *
 * @param exitCode as scripts see it
 * @param said on both outputs
 */
record OlivoRun(int exitCode, String said) {
  /** Runs it with a board's jars alone. */
  static OlivoRun onBoard(String... arguments) throws IOException, InterruptedException {
    return run(BoardClassPath.text(), arguments);
  }

  /** Runs it with all jars. */
  static OlivoRun onDesktop(String... arguments) throws IOException, InterruptedException {
    return run(System.getProperty("java.class.path"), arguments);
  }

  private static OlivoRun run(String classPath, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx512m"));
    command.addAll(
        List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"));
    command.add("-Dolivo.home=" + System.getProperty("olivo.home"));
    command.addAll(List.of("-cp", classPath, "io.olivo.deploy.cli.Olivo"));
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new OlivoRun(process.waitFor(), said);
  }
}
