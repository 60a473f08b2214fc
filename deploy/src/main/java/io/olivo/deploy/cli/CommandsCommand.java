package io.olivo.deploy.cli;

import io.olivo.deploy.bench.CommandBench;
import io.olivo.deploy.installation.DesktopOnly;
import io.olivo.deploy.robot.RobotFile;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How long it takes from a command to its answer. */
@DesktopOnly
@Command(
    name = "commands",
    mixinStandardHelpOptions = true,
    description = {
      "Command a robot that runs by the wall clock, over a broker, and measure how long it takes until",
      "its answer is there: that is, until the loop has obeyed. About 40 commands a second.",
      "Without --broker it starts one of its own. Exit code 1 when one in a hundred took more than 20 ms."
    },
    footer = {
      "",
      "Examples:",
      "  olivo bench commands --count 200",
      "  olivo bench commands --count 2000 --broker tcp://localhost:1883 --json"
    })
final class CommandsCommand implements Callable<Integer> {
  private static final double MOST_MILLIS = 20;

  @Option(names = "--count", description = "How many (default: ${DEFAULT-VALUE}).")
  private int count = 200;

  @Option(names = "--plant", description = "Robot file or name of a ready one (default: arm2).")
  private Path plant = Path.of("arm2");

  @Option(names = "--broker", paramLabel = "URI", description = "The MQTT broker.")
  private @Nullable URI broker;

  @Mixin private OutputOptions output = new OutputOptions();

  @Override
  public Integer call() throws Exception {
    Path folder = Files.createTempDirectory("olivo-commands");
    try (Brokers brokers = Brokers.begin(broker, output)) {
      CommandBench bench =
          new CommandBench(RobotFile.read(RobotArgument.find(plant)), brokers.await(), folder);
      CommandBench.Measured measured = bench.run(count, this::tell);
      return tell(measured);
    }
  }

  private void tell(int answered) {
    if (answered % 200 == 0) {
      output.note(answered + " answers");
    }
  }

  private int tell(CommandBench.Measured measured) {
    Histogram nanos = measured.nanos();
    double p99 = nanos.getValueAtPercentile(99) * 1e-6;
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("commands", count);
    result.put("refused", measured.refused());
    result.put("ticks_meanwhile", measured.ticks());
    result.put("ms_p50", nanos.getValueAtPercentile(50) * 1e-6);
    result.put("ms_p99", p99);
    result.put("ms_max", nanos.getMaxValue() * 1e-6);
    if (output.json()) {
      output.print(result);
    } else {
      result.forEach((name, value) -> System.out.println("%-20s %s".formatted(name, value)));
    }
    return p99 <= MOST_MILLIS && measured.refused() == 0 ? ExitCode.OK : ExitCode.INTERNAL;
  }
}
