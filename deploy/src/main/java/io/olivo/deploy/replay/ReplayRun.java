package io.olivo.deploy.replay;

import io.olivo.actuators.ActuatorIo;
import io.olivo.controller.loop.ControlLoop;
import io.olivo.controller.loop.LoopListener;
import io.olivo.controller.loop.LoopParts;
import io.olivo.controller.record.Head;
import io.olivo.controller.record.StateCopy;
import io.olivo.controller.replay.Playback;
import io.olivo.controller.replay.RecordedRun;
import io.olivo.controller.telemetry.Telemetry;
import io.olivo.deploy.command.Adjustments;
import io.olivo.deploy.command.Candidates;
import io.olivo.deploy.robot.ActuatorSpec;
import io.olivo.deploy.robot.RobotSpec;
import io.olivo.deploy.session.LearnedState;
import io.olivo.deploy.session.RunHead;
import io.olivo.deploy.wiring.Rule;
import io.olivo.deploy.wiring.Seeds;
import io.olivo.deploy.wiring.Wiring;
import io.olivo.learning.Learner;
import io.olivo.learning.guard.GuardedLearner;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.sensors.Channel;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Builds the loop of a recorded run again, from nothing but the recording, and replays it. */
public final class ReplayRun {
  private static final int SHOW_EVERY = 500; // ticks
  private static final int LAST = 10; // s

  private final List<Path> parts;
  private double untilSeconds = Double.POSITIVE_INFINITY;
  private @Nullable RobotSpec other;
  private BiConsumer<Double, Double> shown = (share, seconds) -> {};

  /**
   * @param parts files of the run, in order
   */
  public ReplayRun(List<Path> parts) {
    this.parts = List.copyOf(parts);
  }

  /** Ends at this robot time [s]. */
  public ReplayRun until(double seconds) {
    untilSeconds = seconds;
    return this;
  }

  /** With the learner of another robot file, which then begins from nothing. */
  public ReplayRun learner(RobotSpec robot) {
    other = robot;
    return this;
  }

  /** Is told now and then: the share that was read, and the robot time [s]. */
  public ReplayRun showing(BiConsumer<Double, Double> progress) {
    shown = progress;
    return this;
  }

  /**
   * Replays.
   *
   * @throws IllegalArgumentException when the file is no recording, or lacks what it takes
   */
  public ReplayOutcome run() throws IOException, InterruptedException {
    try (RecordedRun run = new RecordedRun(parts);
        ReplayFolder folder = new ReplayFolder(run)) {
      return run(run, folder);
    }
  }

  private ReplayOutcome run(RecordedRun run, ReplayFolder folder)
      throws IOException, InterruptedException {
    RobotSpec recorded = folder.robot();
    RobotSpec robot = other == null ? recorded : recorded.withLearner(other.learner());
    Wiring wiring = new Wiring(robot);
    Rule rule = Rule.of(robot.learner());
    Seeds seeds = Seeds.of(Long.parseLong(run.facts().getOrDefault(RunHead.SEED, "0")));
    GuardedLearner learner = wiring.guarded(rule, seeds, (verdict, seconds, effort, rival) -> {});
    LearnedState state = new LearnedState(rule, learner, robot);
    if (other == null) {
      begin(state, folder, learner, () -> wiring.learner(rule, seeds), rule, robot);
    }
    Playback playback = new Playback(run, other == null);
    playback.until(untilSeconds);
    LoopParts loopParts = parts(wiring, seeds, learner, playback, hold(run));
    EffortTally effort = new EffortTally(wiring.actuatorChannels().size());
    Telemetry watchers = playback.and(effort).and(progress(run));
    ControlLoop loop = new ControlLoop(loopParts, watchers, new LoopListener() {});
    if (other == null) {
      resume(run, folder, state, learner, loop);
    }
    Candidates candidates =
        new Candidates(promoted(run), rule, robot, () -> wiring.learner(rule, seeds));
    playback.drive(
        loop,
        new StateCopy("learned", learner),
        new MadeAgain(new Adjustments(wiring, loopParts, learner, seeds, candidates)));
    Instant at = Instant.now();
    long began = System.nanoTime();
    loop.run(playback.pacer());
    double wallSeconds = (System.nanoTime() - began) * 1e-9;
    return outcome(run, playback, wiring, effort, at, wallSeconds);
  }

  /** Snapshots that were promoted, as the recording brings them. */
  private static Candidates.Source promoted(RecordedRun run) {
    return digest -> Optional.ofNullable(run.files().get(RunHead.PROMOTED + digest));
  }

  private Telemetry progress(RecordedRun run) {
    return tick -> {
      if (tick.number % SHOW_EVERY == 0) {
        shown.accept(run.share(), tick.nowNanos * 1e-9);
      }
    };
  }

  /** As olivo run does with --load and --candidate. */
  private static void begin(
      LearnedState state,
      ReplayFolder folder,
      GuardedLearner learner,
      Supplier<Learner> another,
      Rule rule,
      RobotSpec robot)
      throws IOException {
    state.adoptChanged();
    Path loaded = folder.state(RunHead.LOADED);
    if (loaded != null) {
      state.load(loaded);
    }
    Path candidate = folder.state(RunHead.CANDIDATE);
    if (candidate != null) {
      Learner tried = another.get();
      new LearnedState(rule, tried, robot).load(candidate);
      learner.tryOut(tried);
    }
  }

  /** As olivo run does with --resume, and where a part of a run begins in its middle. */
  private static void resume(
      RecordedRun run,
      ReplayFolder folder,
      LearnedState state,
      GuardedLearner learner,
      ControlLoop loop)
      throws IOException {
    Path resumed = folder.state(RunHead.RESUMED);
    if (resumed != null) {
      state.resume(resumed);
      loop.load(LearnedState.read(resumed));
    }
    byte[] begin = run.files().get(Head.BEGIN);
    if (begin != null) {
      learner.load(new StateReader(begin));
      loop.load(new StateReader(begin));
    }
  }

  private static double hold(RecordedRun run) {
    return Double.parseDouble(run.facts().getOrDefault(RunHead.HOLD, "0"));
  }

  private static LoopParts parts(
      Wiring wiring, Seeds seeds, Learner learner, Playback playback, double hold) {
    List<Channel> sensors = wiring.robot().sensors();
    ActuatorIo actuators = playback.actuators(wiring.actuatorChannels(), safe(wiring));
    return wiring.parts(
        playback.sensors(sensors), actuators, wiring.trajectory(seeds), learner, hold);
  }

  private static double[] safe(Wiring wiring) {
    return wiring.actuatorChannels().stream()
        .map(channel -> of(wiring.robot(), channel))
        .mapToDouble(spec -> spec.limits().safe())
        .toArray();
  }

  private static ActuatorSpec of(RobotSpec robot, Channel channel) {
    return robot.actuators().stream()
        .filter(spec -> spec.channel().name().equals(channel.name()))
        .findFirst()
        .orElseThrow();
  }

  private static ReplayOutcome outcome(
      RecordedRun run,
      Playback playback,
      Wiring wiring,
      EffortTally effort,
      Instant began,
      double wallSeconds) {
    if (playback.beats() == 0) {
      throw new IllegalArgumentException(
          "the recording holds no beat to replay: " + playback.ending());
    }
    return new ReplayOutcome(
        began,
        playback.beats(),
        playback.seconds() - playback.firstSeconds(),
        wallSeconds,
        playback.digests(),
        playback.difference(),
        run.isWhole(),
        playback.difference() == null ? playback.ending() : "a difference",
        wiring.actuatorChannels().stream()
            .map(channel -> "%s [%s]".formatted(channel.name(), channel.unit().symbol()))
            .toList(),
        effort.rms(Integer.MAX_VALUE),
        effort.rms(LAST));
  }
}
