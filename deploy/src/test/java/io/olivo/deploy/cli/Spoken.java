package io.olivo.deploy.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;

/** Runs the command line in this process and keeps what it says. */
final class Spoken {
  private final StringWriter said = new StringWriter();
  private String printed = "";

  /** Runs it; its exit code. */
  int olivo(String... arguments) {
    CommandLine line = Olivo.commandLine();
    line.setErr(new PrintWriter(said, true));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream usual = System.out;
    System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
    try {
      return line.execute(arguments);
    } finally {
      System.setOut(usual);
      printed = out.toString(StandardCharsets.UTF_8);
    }
  }

  /** What went wrong, of all runs. */
  String said() {
    return said.toString();
  }

  /** What the last run printed. */
  String printed() {
    return printed;
  }
}
