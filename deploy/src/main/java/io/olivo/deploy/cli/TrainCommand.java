package io.olivo.deploy.cli;

import io.olivo.deploy.installation.DesktopOnly;
import io.olivo.deploy.robot.RobotSpec;
import io.olivo.deploy.session.RobotLink;
import io.olivo.deploy.session.RobotLinks;
import io.olivo.deploy.training.Graduate;
import io.olivo.deploy.training.MirrorTraining;
import io.olivo.deploy.training.TrainPlan;
import io.olivo.deploy.training.Training;
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
@DesktopOnly
@Command(
    name = "train",
    mixinStandardHelpOptions = true,
    description = {
      "Train the reward skill of a robot file on simulated robots that are drawn anew from"
          + " sim.randomise in every episode.",
      "One learner per seed, on all processors. The one that earns most on bodies that none of them"
          + " met is saved; \"olivo run --load\" goes on learning with it on the robot.",
      "Killed and started again it goes on where it was; the result is the same to the bit.",
      "With --io mirror one learner, here, is trained against \"olivo sim ROBOT --randomise\" on"
          + " another machine; without --broker a broker is started here."
    },
    footer = {
      "",
      "Examples:",
      "  olivo train pendulum                       one learner per processor",
      "  olivo train pendulum --seeds 1-8 --steps 60000 --out upright.trained",
      "  olivo train pendulum --json",
      "  olivo run pendulum --load pendulum.trained --for 300s --save new.state",
      "  olivo train pendulum --io mirror --broker tcp://desktop:1883"
    })
final class TrainCommand implements Callable<Integer> {
  private static final long STEPS = 40_000;

  @Mixin private RobotArgument robot = new RobotArgument();
  @Mixin private WireOptions wire = new WireOptions();
  @Mixin private SnapshotOptions kept = new SnapshotOptions();
  @Mixin private OutputOptions output = new OutputOptions();
  @Spec private @Nullable CommandSpec command;

  /** Where the simulators are. */
  enum Io {
    SIM,
    MIRROR
  }

  @Option(
      names = "--io",
      description = "sim: simulators in this process (default); mirror: one over MQTT.")
  private Io io = Io.SIM;

  @Option(names = "--steps", description = "Ticks of each learner (default: ${DEFAULT-VALUE}).")
  private long steps = STEPS;

  @Option(
      names = "--seeds",
      converter = SeedList.Reader.class,
      description =
          "One learner each, also ranges, as in 1,2,500-519 (default: one per processor).")
  private @Nullable SeedList seeds;

  @Mixin private JobsOption jobs = new JobsOption();

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Where the best is saved (default: ROBOT.trained in the working folder).")
  private @Nullable Path out;

  @Override
  public Integer call() throws Exception {
    RobotSpec spec = robot.read();
    TrainPlan plan = plan(spec);
    if (io == Io.MIRROR) {
      save(plan, List.of(mirrored(plan))).print(output);
      return ExitCode.OK;
    }
    Training training = new Training(plan, jobs.count(), kept.folder().resolve(spec.name()));
    TrainResult result = save(plan, train(training, plan));
    training.clear();
    result.print(output);
    return ExitCode.OK;
  }

  private TrainResult save(TrainPlan plan, List<Graduate> graduates) {
    TrainResult result = new TrainResult(plan, graduates, out(plan.robot()), Typed.of(command));
    result.save();
    return result;
  }

  /** One learner on this machine, a simulator elsewhere. */
  private Graduate mirrored(TrainPlan plan) throws Exception {
    RobotSpec spec = plan.robot();
    try (Brokers broker = Brokers.begin(wire.broker(), output);
        RobotLink link =
            new RobotLinks(spec, kept.folder(), kept.store(spec), output::note)
                .open(broker.await(), wire.name(spec), false)) {
      output.note(
          "waiting for a simulator: olivo sim %s --randomise --broker %s"
              .formatted(spec.file(), broker.await()));
      MirrorTraining training = new MirrorTraining(plan, link);
      StepProgress progress = new StepProgress(output, "train", "by mirror", plan.steps());
      training.train(progress::done);
      progress.end();
      return training.graduate();
    }
  }

  private TrainPlan plan(RobotSpec spec) {
    if (steps < 1) {
      throw Usage.error(command, "--steps must be at least 1, got " + steps);
    }
    return new TrainPlan(spec, seeds(), steps);
  }

  private List<Long> seeds() {
    SeedList given = seeds;
    if (given == null) {
      return LongStream.rangeClosed(
              1, io == Io.SIM ? Runtime.getRuntime().availableProcessors() : 1)
          .boxed()
          .toList();
    }
    if (io == Io.MIRROR && given.seeds().size() > 1) {
      throw Usage.error(command, "--io mirror trains one learner: give one seed");
    }
    return given.seeds();
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
