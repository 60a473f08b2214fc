package io.olivo.deploy.cli;

import io.olivo.deploy.robot.RobotFile;
import io.olivo.deploy.robot.RobotSpec;
import io.olivo.deploy.terminal.Column;
import io.olivo.deploy.terminal.Table;
import io.olivo.deploy.wiring.Rig;
import io.olivo.deploy.wiring.Rule;
import io.olivo.deploy.wiring.Wiring;
import io.olivo.learning.cerebellum.CerebellarConstants;
import io.olivo.sim.score.ErrorTrace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Learning curves: true error of a learner over that of the feedback alone. */
@Command(
    name = "curves",
    mixinStandardHelpOptions = true,
    description = "Learning curves, as error of the learner over error of the feedback alone.",
    footer = {
      "",
      "Example:",
      "  olivo bench curves --plant arm2 --learner olivo,fel --seeds 1,2,3"
    })
final class CurvesCommand implements Callable<Integer> {
  private static final int[][] WINDOWS = {{0, 10}, {10, 20}, {40, 60}, {60, 90}, {80, 120}};

  @Option(names = "--plant", description = "Robot file or the name of a ready one (default: arm2).")
  private Path plant = Path.of("arm2");

  @Option(
      names = "--learner",
      split = ",",
      description = "Who learns: olivo, fel, pes (default: all).")
  private List<Rule> learners = List.of(Rule.OLIVO, Rule.FEL, Rule.PES);

  @Option(names = "--seeds", split = ",", description = "Seeds to run (default: 1,2,3).")
  private List<Long> seeds = List.of(1L, 2L, 3L);

  @Option(
      names = "--seconds",
      description = "Robot time after the start is over (default: ${DEFAULT-VALUE}).")
  private double seconds = 60;

  @Mixin private OutputOptions output = new OutputOptions();

  @Override
  public Integer call() throws InterruptedException {
    RobotSpec spec = RobotFile.read(RobotArgument.find(plant));
    List<Map<String, Object>> rows = new ArrayList<>();
    for (long seed : seeds) {
      Curve alone = Curve.of(spec, Rule.PD, seed, seconds);
      for (Rule rule : learners) {
        rows.add(row(rule, seed, Curve.of(spec, rule, seed, seconds), alone));
        output.note("seed %d, %s: done".formatted(seed, rule.title()));
      }
    }
    print(spec, rows);
    return ExitCode.OK;
  }

  private Map<String, Object> row(Rule rule, long seed, Curve learner, Curve alone) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("learner", rule.title());
    row.put("seed", seed);
    for (int[] window : WINDOWS) {
      if (window[1] <= seconds) {
        row.put(
            "ratio_%d_%d".formatted(window[0], window[1]),
            learner.rms(window[0], window[1]) / alone.rms(window[0], window[1]));
      }
    }
    return row;
  }

  private void print(RobotSpec spec, List<Map<String, Object>> rows) {
    if (output.json()) {
      Map<String, Object> result = new LinkedHashMap<>();
      result.put("plant", spec.name());
      result.put("constants_digest", CerebellarConstants.STANDARD.digest());
      result.put("rows", rows);
      output.print(result);
      return;
    }
    List<String> names = List.copyOf(rows.getFirst().keySet());
    Table table =
        new Table(
            names.stream()
                .map(n -> n.equals("learner") ? Column.text(n) : Column.number(n))
                .toArray(Column[]::new));
    rows.forEach(
        row -> table.row(names.stream().map(n -> cell(row.get(n))).toArray(String[]::new)));
    System.out.print(table.render(output.screen()));
  }

  private static String cell(@Nullable Object value) {
    return value instanceof Double number ? "%.4f".formatted(number) : String.valueOf(value);
  }

  /** The errors of one run, by seconds since the reference began to move. */
  private record Curve(ErrorTrace errors, double begin) {
    static Curve of(RobotSpec spec, Rule rule, long seed, double seconds)
        throws InterruptedException {
      double begin = Wiring.HOLD_SECONDS;
      Rig rig = new Rig(spec, rule, seed, List.of(), seconds + begin);
      return new Curve(rig.run(tick -> {}).errors(), begin);
    }

    double rms(double from, double to) {
      return errors.rms(begin + from, begin + to);
    }
  }
}
