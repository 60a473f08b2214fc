package io.olivo.deploy.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Refuses what was typed: says why, shows the usage, ends with {@link ExitCode#USAGE}. */
final class Usage {
  private Usage() {}

  /** To be thrown by the command of this specification. */
  static RuntimeException error(@Nullable CommandSpec command, String message) {
    return command == null
        ? new IllegalStateException(message)
        : new ParameterException(command.commandLine(), message);
  }
}
