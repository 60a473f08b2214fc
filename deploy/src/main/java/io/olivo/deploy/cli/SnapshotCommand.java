package io.olivo.deploy.cli;

import picocli.CommandLine.Command;

/** What was learned, by generations. */
@Command(
    name = "snapshot",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    description = {
      "Look at, check, compare, export and import what a robot has learned; fetch it from a robot",
      "that runs, or send it there.",
      "Runs by the wall clock or over MQTT save a generation every minute and at their end."
    },
    subcommands = {
      SnapshotListCommand.class,
      SnapshotVerifyCommand.class,
      SnapshotDiffCommand.class,
      SnapshotSaveCommand.class,
      SnapshotLoadCommand.class,
      SnapshotFetchCommand.class,
      SnapshotKeysCommand.class,
      SnapshotSendCommand.class
    },
    footer = {
      "",
      "Examples:",
      "  olivo snapshot list arm2",
      "  olivo snapshot verify arm2",
      "  olivo snapshot diff arm2 3 newest",
      "  olivo snapshot save arm2 good.state",
      "  olivo snapshot load arm2 good.state",
      "  olivo snapshot fetch arm2 --broker tcp://robot:1883",
      "  olivo snapshot send arm2 better.state --key desk.key --broker tcp://robot:1883"
    })
final class SnapshotCommand {}
