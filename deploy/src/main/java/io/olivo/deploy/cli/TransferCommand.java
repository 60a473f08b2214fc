package io.olivo.deploy.cli;

import io.olivo.deploy.installation.DesktopOnly;
import io.olivo.deploy.robot.RobotFile;
import io.olivo.deploy.robot.RobotFileException;
import io.olivo.deploy.robot.RobotSpec;
import io.olivo.deploy.training.Body;
import io.olivo.deploy.training.TrainPlan;
import io.olivo.deploy.training.TransferBench;
import io.olivo.deploy.training.TransferRow;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What is left of a trained skill on other bodies. */
@DesktopOnly
@Command(
    name = "transfer",
    mixinStandardHelpOptions = true,
    description = {
      "Train a reward skill over the ranges of a robot file, put it on bodies outside of them, and"
          + " measure what it does there at once, after 60 s and after 300 s of learning there.",
      "The same seeds give the same results on every machine."
    },
    footer = {
      "",
      "Examples:",
      "  olivo bench transfer                       pendulum, seeds 1-3",
      "  olivo bench transfer pendulum --seeds 1-10 --jobs 2 --json",
      "  olivo bench transfer --body late:latency=0.05 --body weak:gain=0.7"
    })
final class TransferCommand implements Callable<Integer> {
  private static final long STEPS = 40_000;

  @Mixin private OutputOptions output = new OutputOptions();
  @Spec private @Nullable CommandSpec command;

  @Parameters(
      paramLabel = "ROBOT",
      index = "0",
      arity = "0..1",
      description = "Robot file, or the name of a ready one (default: pendulum).")
  private Path robot = Path.of("pendulum");

  @Option(
      names = "--body",
      paramLabel = "NAME:PARAMETER=VALUE,...",
      description = {
        "A body to be put on: that of the robot file but for these parameters; may be repeated.",
        "Default, for the pendulum: tilted, light, long and heavy, each with 50 ms of latency."
      })
  private List<String> bodies =
      List.of(
          "tilted:tilt=0.2,latency=0.05,noise=1.5",
          "light:mass=0.6,length=0.85,gain=1.3,latency=0.05,noise=1.5",
          "long:length=1.35,friction=0.2,latency=0.05,noise=1.5",
          "heavy:mass=1.3,gain=0.8,friction=0.2,backlash=0.03,latency=0.05,noise=1.5");

  @Option(
      names = "--seeds",
      converter = SeedList.Reader.class,
      description = "One learner each, also ranges, as in 1,2,500-519 (default: 1-3).")
  private SeedList seeds = new SeedList(List.of(1L, 2L, 3L));

  @Option(
      names = "--steps",
      description = "Ticks of training of each learner (default: ${DEFAULT-VALUE}).")
  private long steps = STEPS;

  @Mixin private JobsOption jobs = new JobsOption();

  @Override
  public Integer call() throws InterruptedException {
    if (steps < 1) {
      throw Usage.error(command, "--steps must be at least 1, got " + steps);
    }
    TransferBench bench = bench(RobotFile.read(RobotArgument.find(robot)));
    StepProgress progress =
        new StepProgress(output, "transfer", seeds.seeds().size() + " learners", bench.steps());
    List<TransferRow> rows = bench.run(jobs.count(), progress::done);
    progress.end();
    if (output.json()) {
      output.print(new TransferJson(bench, rows, Typed.of(command)).json());
    } else {
      System.out.print(new TransferTable(rows).text(output.screen()));
    }
    return ExitCode.OK;
  }

  private TransferBench bench(RobotSpec spec) {
    TrainPlan plan = new TrainPlan(spec, seeds.seeds(), steps);
    try {
      return new TransferBench(plan, bodies.stream().map(Body::of).toList());
    } catch (IllegalArgumentException | RobotFileException e) {
      throw Usage.error(command, "--body: " + e.getMessage());
    }
  }
}
