package io.olivo.deploy.cli;

import io.olivo.deploy.robot.RobotSpec;
import io.olivo.deploy.session.LearnedState;
import io.olivo.deploy.session.StateDiff;
import io.olivo.deploy.terminal.Column;
import io.olivo.deploy.terminal.Table;
import io.olivo.learning.snapshot.StateReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** How two generations differ. */
@Command(
    name = "diff",
    mixinStandardHelpOptions = true,
    description = "Compare two generations, or files, section by section.",
    footer = {
      "",
      "Examples:",
      "  olivo snapshot diff arm2 3 newest",
      "  olivo snapshot diff arm2 good.state newest --json"
    })
final class SnapshotDiffCommand implements Callable<Integer> {
  private static final String WHICH = "A generation's number, \"newest\", or a file.";

  @Mixin private RobotArgument robot = new RobotArgument();

  @Parameters(paramLabel = "A", index = "1", description = WHICH)
  private String one = "";

  @Parameters(paramLabel = "B", index = "2", description = WHICH)
  private String other = "";

  @Mixin private SnapshotOptions snapshots = new SnapshotOptions();
  @Mixin private OutputOptions output = new OutputOptions();

  @Override
  public Integer call() throws IOException {
    RobotSpec spec = robot.read();
    List<StateDiff> sections = StateDiff.between(state(spec, one), state(spec, other));
    if (output.json()) {
      output.print(sections);
    } else {
      print(sections);
    }
    return ExitCode.OK;
  }

  private StateReader state(RobotSpec spec, String asked) throws IOException {
    boolean isGeneration =
        asked.equals(SnapshotOptions.NEWEST) || asked.chars().allMatch(Character::isDigit);
    return isGeneration
        ? snapshots.pick(spec, asked, output).state()
        : LearnedState.read(Path.of(asked));
  }

  private void print(List<StateDiff> sections) {
    Table table =
        new Table(
            Column.text("section"),
            Column.number("values"),
            Column.number("difference"),
            Column.number("largest"),
            Column.text("of"));
    for (StateDiff section : sections) {
      table.row(
          section.section(),
          Long.toString(section.values()),
          "%.4g".formatted(section.norm()),
          "%.4g".formatted(section.largest()),
          section.where());
    }
    System.out.print(table.render(output.screen()));
    sections.forEach(section -> section.shapes().forEach(System.out::println));
  }
}
