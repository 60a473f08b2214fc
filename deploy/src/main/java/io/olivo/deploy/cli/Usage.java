package io.olivo.deploy.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Refuses what was typed: says why, shows the usage, ends with {@link ExitCode#USAGE}. */
final class Usage {
  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec command;

  RuntimeException error(String message) {
    CommandSpec spec = command;
    return spec == null
        ? new IllegalStateException(message)
        : new ParameterException(spec.commandLine(), message);
  }
}
