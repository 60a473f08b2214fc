package io.olivo.deploy.cli;

import io.olivo.controller.checkpoint.Generation;
import io.olivo.controller.checkpoint.SnapshotStore;
import io.olivo.deploy.robot.RobotSpec;
import io.olivo.deploy.session.LearnedState;
import io.olivo.deploy.session.Snapshots;
import io.olivo.deploy.wiring.Rule;
import io.olivo.deploy.wiring.Seeds;
import io.olivo.deploy.wiring.Wiring;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A file as the newest generation. */
@Command(
    name = "load",
    mixinStandardHelpOptions = true,
    description = {
      "Import a saved state as the newest generation, if this robot can take it.",
      "Only what was learned is taken, also from a saved run. A run begins with it by --load newest."
    },
    footer = {"", "Examples:", "  olivo snapshot load arm2 good.state"})
final class SnapshotLoadCommand implements Callable<Integer> {
  @Mixin private RobotArgument robot = new RobotArgument();

  @Parameters(paramLabel = "FILE", index = "1", description = "A saved state.")
  private Path file = Path.of("");

  @Option(
      names = "--adopt",
      description = "Take it although the robot file has changed since it was saved.")
  private boolean adopt;

  @Mixin private SnapshotOptions snapshots = new SnapshotOptions();
  @Mixin private OutputOptions output = new OutputOptions();

  @Override
  public Integer call() throws IOException {
    RobotSpec spec = robot.read();
    Rule rule = Rule.of(spec.learner());
    LearnedState state = new LearnedState(rule, new Wiring(spec).learner(rule, Seeds.of(0)), spec);
    if (adopt) {
      state.adoptChanged();
    }
    state.load(file);
    SnapshotStore store = snapshots.store(spec);
    store.follow(Snapshots.digestOf(file));
    Generation made = Snapshots.publish(store, state, "operator", InstantSource.system());
    if (output.json()) {
      output.print(SnapshotRow.forPrograms(made));
    }
    output.note("%s is generation %d of %s".formatted(file, made.number(), spec.name()));
    return ExitCode.OK;
  }
}
