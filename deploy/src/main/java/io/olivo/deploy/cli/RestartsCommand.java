package io.olivo.deploy.cli;

import io.olivo.deploy.bench.RestartBench;
import io.olivo.deploy.bench.RestartResult;
import io.olivo.deploy.installation.DesktopOnly;
import io.olivo.deploy.robot.RobotFile;
import io.olivo.deploy.robot.RobotSpec;
import io.olivo.deploy.terminal.Column;
import io.olivo.deploy.terminal.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What a robot loses when its broker dies. */
@DesktopOnly
@Command(
    name = "restarts",
    mixinStandardHelpOptions = true,
    description = {
      "Kill and restart the broker (mosquitto) of a robot that runs by the wall clock, then run it",
      "as long with a broker that stays. Counts late ticks, and events, snapshots and commands.",
      "Exit code 1 when something was lost, came twice, was obeyed too late, or the share of late",
      "ticks grew by more than 0.1 percentage points. Leave the machine alone meanwhile."
    },
    footer = {"", "Examples:", "  olivo bench restarts --restarts 200 --json"})
final class RestartsCommand implements Callable<Integer> {
  @Option(names = "--restarts", description = "How many (default: ${DEFAULT-VALUE}).")
  private int restarts = 20;

  @Option(
      names = "--beside",
      description =
          "Run both at the same time: fair where others use the machine, too, but harder on it.")
  private boolean beside;

  @Mixin private SeedOption seed = new SeedOption();
  @Mixin private OutputOptions output = new OutputOptions();
  @Spec private @Nullable CommandSpec command;

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (restarts < 1) {
      throw Usage.error(command, "--restarts must be at least 1");
    }
    RobotSpec robot = RobotFile.read(RobotArgument.find(Path.of("arm2")));
    Path folder = Files.createTempDirectory("olivo-restarts");
    try {
      RestartBench bench = new RestartBench(robot, restarts, seed.value());
      Map<String, RestartResult> results = bench.run(folder, beside, output::note);
      print(results);
      return RestartBench.isKept(results) ? ExitCode.OK : ExitCode.INTERNAL;
    } finally {
      remove(folder);
    }
  }

  private void print(Map<String, RestartResult> results) {
    Map<String, Map<String, Object>> columns = new LinkedHashMap<>();
    results.forEach((name, result) -> columns.put(name, result.forPrograms()));
    if (output.json()) {
      Map<String, Object> all = new LinkedHashMap<>(columns);
      all.put("late_share_excess", RestartBench.excess(results));
      all.put("kept", RestartBench.isKept(results));
      output.print(all);
      return;
    }
    Table table = new Table(Column.text(""), Column.number("restarts"), Column.number("control"));
    Map<String, Object> with = columns.getOrDefault("restarts", Map.of());
    Map<String, Object> without = columns.getOrDefault("control", Map.of());
    with.forEach(
        (name, value) -> table.row(name, text(value), text(without.getOrDefault(name, 0))));
    System.out.print(table.render(output.screen()));
  }

  private static String text(Object value) {
    return value instanceof Double number ? "%.6g".formatted(number) : value.toString();
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
