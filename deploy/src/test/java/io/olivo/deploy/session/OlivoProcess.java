package io.olivo.deploy.session;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The command line in a process of its own. */
final class OlivoProcess {
  private final String output;
  final int exitCode;

  private OlivoProcess(String output, int exitCode) {
    this.output = output;
    this.exitCode = exitCode;
  }

  /** Runs to the end. */
  static OlivoProcess run(List<String> flags, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-XX:+UseSerialGC");
    command.addAll(flags);
    command.add("-Dolivo.home=" + System.getProperty("olivo.home", "src/main"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add("io.olivo.deploy.cli.Olivo");
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new OlivoProcess(output, process.waitFor());
  }

  /** What it said. */
  String output() {
    return output;
  }

  /** One text of the JSON that it printed. */
  String text(String name) {
    Matcher found = Pattern.compile("\"" + name + "\" : \"([^\"]*)\"").matcher(output);
    if (!found.find()) {
      throw new AssertionError("no " + name + " in: " + output);
    }
    return found.group(1);
  }
}
