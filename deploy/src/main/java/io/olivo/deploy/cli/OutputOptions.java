package io.olivo.deploy.cli;

import io.olivo.deploy.terminal.Screen;
import java.io.PrintStream;
import picocli.CommandLine.Option;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What a verb prints: results on standard output, everything else on standard error. */
final class OutputOptions {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  @Option(
      names = "--json",
      description = "Print the result as JSON on standard output, for programs.")
  private boolean json;

  @Option(
      names = {"-q", "--quiet"},
      description = "Print no progress, only the result.")
  private boolean quiet;

  boolean json() {
    return json;
  }

  boolean quiet() {
    return quiet;
  }

  Screen screen() {
    return Screen.system();
  }

  /** Where progress and notes go: not into the JSON. */
  PrintStream notes() {
    return json ? System.err : System.out;
  }

  void note(String text) {
    if (!quiet) {
      notes().println(screen().wrapped(text));
    }
  }

  void print(Object result) {
    System.out.println(JSON.writeValueAsString(result));
  }
}
