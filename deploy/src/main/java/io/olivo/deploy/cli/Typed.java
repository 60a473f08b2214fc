package io.olivo.deploy.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** The command as it was typed, for whoever wants to repeat it. */
final class Typed {
  private Typed() {}

  static String of(@Nullable CommandSpec command) {
    return command == null
        ? "olivo"
        : "olivo " + String.join(" ", command.root().commandLine().getParseResult().originalArgs());
  }
}
