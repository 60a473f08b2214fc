package io.olivo.deploy.cli;

import java.util.List;
import picocli.CommandLine.Command;

/** Measurements that anyone can repeat. */
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    description = "Measure learning and speed.")
final class BenchCommand {
  /** In the order of the help. */
  static final List<Class<?>> BENCHES =
      List.of(
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
          StartCommand.class,
          HostileCommand.class,
          KillsCommand.class,
          RecordingCommand.class,
          FaultsCommand.class,
          EnduranceCommand.class,
          HangCommand.class,
          RestartsCommand.class,
          FleetCommand.class,
          CommandsCommand.class,
          FuzzCommand.class);

  private BenchCommand() {}
}
