package io.olivo.deploy.cli;

import io.olivo.controller.checkpoint.Generation;
import io.olivo.deploy.robot.RobotSpec;
import io.olivo.learning.snapshot.StateFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A generation as a file of its own. */
@Command(
    name = "save",
    mixinStandardHelpOptions = true,
    description = "Export a generation to a file, byte for byte.",
    footer = {
      "",
      "Examples:",
      "  olivo snapshot save arm2 good.state",
      "  olivo snapshot save arm2 before.state --generation 3"
    })
final class SnapshotSaveCommand implements Callable<Integer> {
  @Mixin private RobotArgument robot = new RobotArgument();

  @Parameters(paramLabel = "FILE", index = "1", description = "To write, or to replace.")
  private Path file = Path.of("");

  @Option(
      names = "--generation",
      paramLabel = "N",
      description = "Which one (default: ${DEFAULT-VALUE}).")
  private String generation = SnapshotOptions.NEWEST;

  @Mixin private SnapshotOptions snapshots = new SnapshotOptions();
  @Mixin private OutputOptions output = new OutputOptions();

  @Override
  public Integer call() throws IOException {
    RobotSpec spec = robot.read();
    Generation picked = snapshots.pick(spec, generation, output);
    StateFile.write(file, StateFile.read(snapshots.fileOf(spec, picked)));
    if (output.json()) {
      output.print(SnapshotRow.forPrograms(picked));
    }
    output.note("saved generation %d to %s".formatted(picked.number(), file));
    return ExitCode.OK;
  }
}
