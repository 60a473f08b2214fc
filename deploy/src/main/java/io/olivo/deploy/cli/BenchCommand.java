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
      TickCommand.class,
      HostileCommand.class,
      KernelsCommand.class
    })
final class BenchCommand {}
