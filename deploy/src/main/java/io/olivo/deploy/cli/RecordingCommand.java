package io.olivo.deploy.cli;

import io.olivo.deploy.bench.RecordingBench;
import io.olivo.deploy.bench.RecordingBench.Pair;
import io.olivo.deploy.bench.RecordingCuts;
import io.olivo.deploy.installation.DesktopOnly;
import io.olivo.deploy.replay.ReplayOutcome;
import io.olivo.deploy.replay.ReplayRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What a recording costs, how large it is, and what is left of it when it is cut. */
@DesktopOnly
@Command(
    name = "recording",
    mixinStandardHelpOptions = true,
    description = {
      "Run arm2 at 500 Hz with 40 channels, half of them noise in every bit, with a recording",
      "and without, each in a process of its own, and compare their processor time. Then make",
      "a recording of 10 min as fast as possible and replay it, and open one of a minute cut at",
      "random bytes."
    },
    footer = {"", "Examples:", "  olivo bench recording --minutes 10 --repeats 5 --json"})
final class RecordingCommand implements Callable<Integer> {
  private static final double MINUTE = 60; // s
  private static final double LONG = 10; // min

  @Option(names = "--minutes", description = "Length of each run (default: ${DEFAULT-VALUE}).")
  private double minutes = 2;

  @Option(names = "--repeats", description = "Pairs of runs (default: ${DEFAULT-VALUE}).")
  private int repeats = 5;

  @Option(names = "--cuts", description = "Random bytes to cut at (default: ${DEFAULT-VALUE}).")
  private int cuts = 1000;

  @Option(
      names = "--keep",
      paramLabel = "FILE",
      description = "Keep the recording of 10 min here, for other readers of MCAP.")
  private @Nullable Path keep;

  @Mixin private OutputOptions output = new OutputOptions();
  @Spec private @Nullable CommandSpec command;

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (!(minutes > 0) || repeats < 0 || cuts < 0) {
      throw Usage.error(command, "--minutes must be above 0, --repeats and --cuts not below");
    }
    Path folder = Files.createTempDirectory("olivo-recording");
    try {
      RecordingBench bench = new RecordingBench(folder, RobotArgument.find(Path.of("arm2")));
      List<Pair> pairs = bench.pairs(repeats, minutes * MINUTE, this::tell);
      Map<String, @Nullable Object> result = result(pairs);
      judge(bench.file(LONG * MINUTE), result);
      result.put("cuts_of_a_minute", RecordingCuts.of(bench.file(MINUTE), cuts));
      print(result);
      return ExitCode.OK;
    } finally {
      remove(folder);
    }
  }

  private void tell(Pair pair) {
    output.note(
        String.format(
            Locale.ROOT,
            "without %.2f s (%d ticks), with %.2f s (%d ticks) of processor time in %.0f s: %+.2f %% of a core",
            pair.without().cpuSeconds(),
            pair.without().ticks(),
            pair.with().cpuSeconds(),
            pair.with().ticks(),
            minutes * MINUTE,
            percent(pair)));
  }

  private double percent(Pair pair) {
    return (pair.with().cpuSeconds() - pair.without().cpuSeconds()) / (minutes * MINUTE) * 100;
  }

  private Map<String, @Nullable Object> result(List<Pair> pairs) {
    List<Double> percents = pairs.stream().map(this::percent).sorted().toList();
    Map<String, @Nullable Object> result = new LinkedHashMap<>();
    result.put("minutes", minutes);
    result.put("pairs", pairs);
    result.put("percent_of_a_core", percents);
    result.put("median_percent", pairs.isEmpty() ? null : percents.get(pairs.size() / 2));
    return result;
  }

  private void judge(Path file, Map<String, @Nullable Object> result)
      throws IOException, InterruptedException {
    result.put("ten_minutes_megabytes", Files.size(file) / 1e6);
    ReplayOutcome replayed = new ReplayRun(List.of(file)).run();
    result.put("replay_identical", replayed.difference() == null && replayed.whole());
    result.put("replay_beats", replayed.beats());
    result.put("replay_times_real_time", replayed.timesRealTime());
    if (keep != null) {
      Files.copy(file, keep);
    }
  }

  private void print(Map<String, @Nullable Object> result) {
    if (output.json()) {
      output.print(result);
    } else {
      result.remove("pairs");
      result.forEach((name, value) -> System.out.println("%-24s %s".formatted(name, value)));
    }
  }

  private static void remove(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
      for (Path one : deepestFirst) {
        Files.delete(one);
      }
    }
  }
}
