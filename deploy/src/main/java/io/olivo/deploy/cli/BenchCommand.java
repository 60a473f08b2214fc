package io.olivo.deploy.cli;

import picocli.CommandLine.Command;

/** Measurements that anyone can repeat. */
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    description = "Measure learning and speed.",
    subcommands = {
      CurvesCommand.class,
      RulesCommand.class,
      RewardCommand.class,
      BothCommand.class,
      TransferCommand.class,
      ChangesCommand.class,
      RewardCostCommand.class,
      KernelsCommand.class,
      TickCommand.class,
      JitterCommand.class,
      HostileCommand.class,
      KillsCommand.class,
      RecordingCommand.class,
      FaultsCommand.class,
      EnduranceCommand.class,
      HangCommand.class,
      RestartsCommand.class,
      FleetCommand.class,
      CommandsCommand.class,
      FuzzCommand.class
    })
final class BenchCommand {}
