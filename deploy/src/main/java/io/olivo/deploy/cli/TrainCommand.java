package io.olivo.deploy.cli;

import io.olivo.deploy.robot.RobotSpec;
import io.olivo.deploy.training.Graduate;
import io.olivo.deploy.training.TrainPlan;
import io.olivo.deploy.training.Training;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Trains a skill over randomised simulators. */
@Command(
    name = "train",
    mixinStandardHelpOptions = true,
    description = {
      "Train the reward skill of a robot file on simulated robots that are drawn anew from"
          + " sim.randomise in every episode.",
      "One learner per seed, on all processors. The one that earns most on bodies that none of them"
          + " met is saved; \"olivo run --load\" goes on learning with it on the robot.",
      "Killed and started again it goes on where it was; the result is the same to the bit."
    },
    footer = {
      "",
      "Examples:",
      "  olivo train pendulum                            one learner per processor, 40 000 steps each",
      "  olivo train pendulum --seeds 1-8 --steps 60000 --out upright.trained",
      "  olivo train pendulum --json",
      "  olivo run pendulum --load pendulum.trained --for 300s --save pendulum.state"
    })
final class TrainCommand implements Callable<Integer> {
  private static final long STEPS = 40_000;

  @Mixin private RobotArgument robot = new RobotArgument();
  @Mixin private SnapshotOptions kept = new SnapshotOptions();
  @Mixin private OutputOptions output = new OutputOptions();
  @Spec private @Nullable CommandSpec command;

  @Option(
      names = "--steps",
      description = "Ticks of each learner (default: ${DEFAULT-VALUE}).")
  private long steps = STEPS;

  @Option(
      names = "--seeds",
      converter = SeedList.Reader.class,
      description = "One learner each, also ranges, as in 1,2,500-519 (default: one per processor).")
  private SeedList seeds =
      new SeedList(LongStream.rangeClosed(1, processors()).boxed().toList());

  @Option(
      names = "--jobs",
      paramLabel = "N",
      description = "Learners at a time (default: one per processor).")
  private int jobs = processors();

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Where the best is saved (default: ROBOT.trained in the working folder).")
  private @Nullable Path out;

  private static int processors() {
    return Runtime.getRuntime().availableProcessors();
  }

  @Override
  public Integer call() throws InterruptedException, IOException {
    RobotSpec spec = robot.read();
    if (jobs < 1) {
      throw Usage.error(command, "--jobs must be at least 1, got " + jobs);
    }
    TrainPlan plan = plan(spec);
    Training training = new Training(plan, jobs, kept.folder().resolve(spec.name()));
    List<Graduate> graduates = train(training, plan);
    TrainResult result = new TrainResult(plan, graduates, out(spec), Typed.of(command));
    result.save();
    training.clear();
    result.print(output);
    return ExitCode.OK;
  }

  private TrainPlan plan(RobotSpec spec) {
    if (steps < 1) {
      throw Usage.error(command, "--steps must be at least 1, got " + steps);
    }
    return new TrainPlan(spec, seeds.seeds(), steps);
  }

  private List<Graduate> train(Training training, TrainPlan plan) throws InterruptedException {
    if (training.goesOn()) {
      output.note("going on with a training that was not finished");
    }
    int learners = plan.seeds().size();
    StepProgress progress =
        new StepProgress(output, "train", learners + " learners", learners * plan.steps());
    List<Graduate> graduates = training.run(progress::done);
    progress.end();
    return graduates;
  }

  private Path out(RobotSpec spec) {
    Path given = out;
    return given == null ? Path.of(spec.name() + ".trained") : given;
  }
}
