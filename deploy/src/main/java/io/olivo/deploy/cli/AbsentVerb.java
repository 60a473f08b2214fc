package io.olivo.deploy.cli;

import io.olivo.deploy.installation.Installation;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/** Stands where a desktop has a verb and says so, whatever else is typed; no help lists it. */
@Command(hidden = true)
final class AbsentVerb implements Callable<Integer> {
  @Unmatched
  @SuppressWarnings("UnusedVariable") // that anything may be typed is what it is there for
  private List<String> whatever = new ArrayList<>();

  @Spec private @Nullable CommandSpec command;

  @Override
  public Integer call() {
    String typed = command == null ? "" : command.qualifiedName(" ");
    Installation.requireSimulator(typed.substring(typed.indexOf(' ') + 1));
    return ExitCode.INTERNAL;
  }
}
