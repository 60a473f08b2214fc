package io.olivo.deploy.cli;

import io.olivo.deploy.bench.Bench;
import io.olivo.deploy.bench.BenchReport;
import io.olivo.deploy.bench.Measured;
import io.olivo.deploy.bench.Trial;
import io.olivo.deploy.installation.DesktopOnly;
import io.olivo.deploy.report.HtmlReport;
import io.olivo.deploy.robot.RobotFileException;
import io.olivo.deploy.terminal.Progress;
import io.olivo.deploy.terminal.ProgressLine;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Learning curves: true error of a learner over that of the feedback alone. */
@DesktopOnly
@Command(
    name = "curves",
    mixinStandardHelpOptions = true,
    description = {
      "Learning curves, as error of the learner over error of the feedback alone.",
      "Errors are the true ones, known to the simulator only. Times count from when the reference"
          + " begins to move; the same seed gives the same numbers on every machine."
    },
    footer = {
      "",
      "Examples:",
      "  olivo bench curves --learner olivo,fel,model --seeds 1-4 --reference mixed",
      "  olivo bench curves --scenario payload --seeds 500-519 --json",
      "  olivo bench curves --plant arm2,cart1,gaze2 --seconds 120 --html curves.html",
      "  olivo bench curves --plant cart1 --error-delay 50 --inertia-scale 2"
    })
final class CurvesCommand implements Callable<Integer> {
  @Mixin private CurvesOptions options = new CurvesOptions();
  @Mixin private OutputOptions output = new OutputOptions();
  @Spec private @Nullable CommandSpec command;

  @Option(
      names = "--html",
      paramLabel = "FILE",
      description = "Write the curves and the figures as one page, too.")
  private @Nullable Path html;

  @Override
  public Integer call() throws InterruptedException, IOException {
    List<Measured> measured = new ArrayList<>();
    for (Bench bench : benches()) {
      measured.add(measure(bench));
    }
    if (output.json()) {
      output.print(new CurvesJson(measured, Typed.of(command)).json());
    } else {
      System.out.print(new CurvesTable(measured).text(output.screen()));
    }
    if (html != null) {
      HtmlReport.write(new BenchReport(measured, Typed.of(command)).report(), html);
      tell("page: " + html.toAbsolutePath().toUri());
    }
    return ExitCode.OK;
  }

  private List<Bench> benches() {
    try {
      return options.trials().stream().map(this::bench).toList();
    } catch (RobotFileException e) {
      throw e; // a file is wrong, not what was typed
    } catch (IllegalArgumentException e) {
      throw Usage.error(command, String.valueOf(e.getMessage()));
    }
  }

  private Bench bench(Trial trial) {
    return new Bench(trial, options.learners(), options.seeds(), options.jobs()).checked();
  }

  private Measured measure(Bench bench) throws InterruptedException {
    String task = bench.trial().robot().name();
    ProgressLine line = new ProgressLine(output.screen(), System.err);
    Measured measured =
        bench.run(
            done -> {
              if (!output.quiet()) {
                line.show(System.nanoTime(), progress(task, done, bench.runs()));
              }
            });
    if (!output.quiet()) {
      line.end(progress(task, bench.runs(), bench.runs()));
    }
    return measured;
  }

  private static Progress progress(String task, int done, int all) {
    return new Progress(
        task, (double) done / all, "%d of %d runs".formatted(done, all), new double[0]);
  }

  private void tell(String text) {
    if (!output.quiet()) {
      System.err.println(text);
    }
  }
}
