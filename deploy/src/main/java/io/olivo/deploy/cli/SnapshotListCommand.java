package io.olivo.deploy.cli;

import io.olivo.controller.checkpoint.Generation;
import io.olivo.controller.checkpoint.Listing;
import io.olivo.deploy.terminal.Column;
import io.olivo.deploy.terminal.Table;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Which generations there are. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description = "List the generations of a robot, the newest first.",
    footer = {"", "Examples:", "  olivo snapshot list arm2", "  olivo snapshot list arm2 --json"})
final class SnapshotListCommand implements Callable<Integer> {
  @Mixin private RobotArgument robot = new RobotArgument();
  @Mixin private SnapshotOptions snapshots = new SnapshotOptions();
  @Mixin private OutputOptions output = new OutputOptions();

  @Override
  public Integer call() throws IOException {
    Listing listing = snapshots.store(robot.read()).list();
    if (output.json()) {
      output.print(
          Map.of(
              "snapshots", listing.whole().stream().map(SnapshotRow::forPrograms).toList(),
              "damaged", listing.damaged()));
    } else {
      print(listing);
    }
    return ExitCode.OK;
  }

  private void print(Listing listing) {
    if (listing.whole().isEmpty()) {
      output.note("there is none");
    } else {
      System.out.print(table(listing.whole()).render(output.screen()));
    }
    listing.damaged().forEach(one -> System.out.println(SnapshotOptions.said(one)));
  }

  private static Table table(List<Generation> all) {
    Table table =
        new Table(
            Column.number("generation"),
            Column.text("saved"),
            Column.number("time [s]"),
            Column.number("bytes").optional(1),
            Column.text("reason"),
            Column.text("digest"),
            Column.text("from"));
    for (Generation one : all) {
      table.row(
          Long.toString(one.number()),
          SnapshotRow.saved(one),
          SnapshotRow.fact(one, "robot_seconds"),
          Long.toString(one.size()),
          SnapshotRow.fact(one, "reason"),
          SnapshotRow.shortened(one.digest()),
          SnapshotRow.shortened(one.parent()));
    }
    return table;
  }
}
