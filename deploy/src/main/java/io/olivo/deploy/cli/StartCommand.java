package io.olivo.deploy.cli;

import io.olivo.deploy.bench.StartBench;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How long a release takes to begin. */
@Command(
    name = "start",
    mixinStandardHelpOptions = true,
    description = {
      "Time from the start of a packed release's process to the first beat of its loop, with its",
      "cache and without. The loop is that of the release's own recording, so no hardware is"
          + " needed;",
      "a robot's run opens its buses besides. Leave the machine alone meanwhile."
    },
    footer = {
      "",
      "Examples:",
      "  olivo bench start --release deploy/target/release/olivo-0.1.0-linux-amd64",
      "  olivo bench start --release /usr/lib/olivo --times 31 --json"
    })
final class StartCommand implements Callable<Integer> {
  @Option(
      names = "--release",
      required = true,
      paramLabel = "DIR",
      description = "Folder of a release for this machine.")
  private Path release = Path.of("");

  @Option(
      names = "--times",
      description = "How often each is started, from 1 to 1000 (default: ${DEFAULT-VALUE}).")
  private int times = 15;

  @Mixin private OutputOptions output = new OutputOptions();
  @Spec private @Nullable CommandSpec command;

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (times < 1 || times > 1000) {
      throw Usage.error(command, "--times must be from 1 to 1000, got " + times);
    }
    StartBench.Result measured =
        new StartBench(release)
            .run(times, done -> output.note("%d of %d starts".formatted(done, times)));
    RunResult result = new RunResult();
    put(result, "cached", measured.cached());
    put(result, "plain", measured.plain());
    result.print(output);
    return ExitCode.OK;
  }

  private static void put(RunResult result, String name, StartBench.Starts starts) {
    result.put(name + "_seconds_min", rounded(starts.min()));
    result.put(name + "_seconds_median", rounded(starts.median()));
  }

  private static double rounded(double seconds) {
    return Math.round(seconds * 1e3) / 1e3;
  }
}
