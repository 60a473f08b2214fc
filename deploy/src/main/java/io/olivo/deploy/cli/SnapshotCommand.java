package io.olivo.deploy.cli;

import picocli.CommandLine.Command;

/** What was learned, by generations. */
@Command(
    name = "snapshot",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    description = {
      "Look at, check, compare, export and import what a robot has learned.",
      "Runs by the wall clock or over MQTT save a generation every minute and at their end."
    },
    subcommands = {
      SnapshotListCommand.class,
      SnapshotVerifyCommand.class,
      SnapshotDiffCommand.class,
      SnapshotSaveCommand.class,
      SnapshotLoadCommand.class
    },
    footer = {
      "",
      "Examples:",
      "  olivo snapshot list arm2",
      "  olivo snapshot verify arm2",
      "  olivo snapshot diff arm2 3 newest",
      "  olivo snapshot save arm2 good.state",
      "  olivo snapshot load arm2 good.state"
    })
final class SnapshotCommand {}
