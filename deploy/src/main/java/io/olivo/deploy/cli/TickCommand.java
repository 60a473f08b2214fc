package io.olivo.deploy.cli;

import io.olivo.deploy.bench.DeviceTick;
import io.olivo.deploy.bench.TickCurves;
import io.olivo.deploy.bench.TickCurves.Point;
import io.olivo.deploy.bench.TickParts;
import io.olivo.deploy.bench.WholeTick;
import io.olivo.deploy.installation.Installation;
import io.olivo.deploy.robot.RobotFile;
import io.olivo.deploy.robot.RobotSpec;
import io.olivo.deploy.terminal.Column;
import io.olivo.deploy.terminal.Table;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How long a whole tick takes, and how much garbage it makes. */
@Command(
    name = "tick",
    mixinStandardHelpOptions = true,
    description = {
      "Time and allocation of the whole tick, simulated plant included, and its parts.",
      "On a board, which has no simulator: of the devices, emulated, and of the learner (--curves)."
    },
    footer = {
      "",
      "Examples:",
      "  olivo bench tick --plant arm2 --json",
      "  olivo bench tick --plant so101     also what its devices cost",
      "  olivo bench tick --curves     also over granules, inputs and outputs"
    })
final class TickCommand implements Callable<Integer> {
  @Option(names = "--plant", description = "Robot file or the name of a ready one (default: arm2).")
  private Path plant = Path.of("arm2");

  @Option(
      names = {"--curves", "--sweep"},
      description =
          "Measure the learner's tick over its numbers of granules, inputs, outputs, too.")
  private boolean curves;

  @Mixin private OutputOptions output = new OutputOptions();

  @Override
  public Integer call() throws InterruptedException {
    RobotSpec spec = RobotFile.read(RobotArgument.find(plant));
    output.note("measuring ticks of %s".formatted(spec.name()));
    RunResult result = new RunResult();
    result.put("robot", spec.name());
    if (spec.sim().isPresent() && Installation.hasSimulator()) {
      putWhole(spec, result);
    }
    DeviceTick.measure(spec).forEach((part, value) -> result.put(part, rounded(value)));
    Map<String, List<Point>> measured = curves ? TickCurves.measure() : Map.of();
    if (curves && output.json()) {
      result.put("curves", forPrograms(measured));
    }
    result.print(output);
    if (!output.json()) {
      measured.forEach(this::printCurve);
    }
    return ExitCode.OK;
  }

  /** Of a robot that can be simulated. */
  private static void putWhole(RobotSpec spec, RunResult result) throws InterruptedException {
    WholeTick whole = new WholeTick(spec);
    result.put("ticks", whole.ticks());
    result.put("tick_us_median", whole.medianMicros());
    result.put("tick_us_p99", whole.p99Micros());
    result.put("tick_us_cpu_mean", rounded(whole.cpuMicros()));
    result.put("bytes_per_tick", whole.bytesPerTick());
    TickParts.micros(spec, whole).forEach((part, micros) -> result.put(part, rounded(micros)));
  }

  private static Map<String, List<Map<String, Object>>> forPrograms(
      Map<String, List<Point>> measured) {
    Map<String, List<Map<String, Object>>> curves = new LinkedHashMap<>();
    measured.forEach(
        (name, points) ->
            curves.put(
                name,
                points.stream()
                    .map(p -> Map.<String, Object>of("size", p.size(), "tick_us", p.tickMicros()))
                    .toList()));
    return curves;
  }

  private static double rounded(double micros) {
    return Math.round(micros * 1e3) / 1e3;
  }

  private void printCurve(String name, List<Point> points) {
    Table table = new Table(Column.number(name), Column.number("learner's tick [us]"));
    for (Point point : points) {
      table.row(Integer.toString(point.size()), "%.2f".formatted(point.tickMicros()));
    }
    System.out.println();
    System.out.print(table.render(output.screen()));
  }
}
