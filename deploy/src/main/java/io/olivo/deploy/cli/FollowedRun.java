package io.olivo.deploy.cli;

import io.olivo.controller.link.NoBrokerException;
import io.olivo.controller.loop.ControlLoop;
import io.olivo.controller.loop.GroundTruth;
import io.olivo.controller.loop.LoopParts;
import io.olivo.controller.loop.LoopState;
import io.olivo.controller.loop.Pacer;
import io.olivo.controller.loop.WallClockPacer;
import io.olivo.controller.score.ErrorTrace;
import io.olivo.controller.telemetry.Snapshot;
import io.olivo.controller.telemetry.Telemetry;
import io.olivo.controller.telemetry.Tick;
import io.olivo.deploy.bridge.Bridges;
import io.olivo.deploy.command.CommandService;
import io.olivo.deploy.robot.SkillSpec;
import io.olivo.deploy.session.DeviceNews;
import io.olivo.deploy.session.LoopThread;
import io.olivo.deploy.session.Recording;
import io.olivo.deploy.session.RobotHealth;
import io.olivo.deploy.session.RobotLink;
import io.olivo.deploy.session.Snapshots;
import io.olivo.deploy.session.TickDigest;
import io.olivo.deploy.wiring.DashboardWiring;
import io.olivo.deploy.wiring.Wiring;
import io.olivo.learning.Learner;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A loop and all that goes along with it, from its first tick to its last. */
final class FollowedRun {
  /** Puts back what was before, if anything, and says when the loop ticks. */
  interface Start {
    Pacer pacer(ControlLoop loop, RunEvents events);
  }

  private static final double SCORED_SECONDS = 10;

  private final Wiring wiring;
  private final Learner learner;
  private final RunCompany company;
  private final OutputOptions output;
  private final RunPlan plan;
  private final RunResult result;
  private @Nullable DeviceNews news;
  private @Nullable WallClockPacer byTheWall;

  FollowedRun(
      Wiring wiring,
      Learner learner,
      RunCompany company,
      OutputOptions output,
      RunPlan plan,
      RunResult result) {
    this.wiring = wiring;
    this.learner = learner;
    this.company = company;
    this.output = output;
    this.plan = plan;
    this.result = result;
  }

  /** How its devices do is told, too. */
  void tellOf(DeviceNews ofDevices) {
    news = ofDevices;
  }

  /** Its lateness is told, too, and who watches it may arm it again. */
  void follows(WallClockPacer paced) {
    byTheWall = paced;
  }

  /**
   * Runs it to its end.
   *
   * @param truth by what it is judged
   * @param link where it is told; null for nowhere
   */
  void run(LoopParts parts, Start start, GroundTruth truth, @Nullable RobotLink link)
      throws InterruptedException, NoBrokerException {
    Recording recording = company.recording();
    ErrorTrace errors = new ErrorTrace(truth, wiring.dtSeconds(), SCORED_SECONDS);
    RobotHealth health = health(errors, link);
    if (link != null) {
      link.introduce(
          parts,
          wiring.robot().loop().rateHertz(),
          DashboardWiring.of(wiring.robot(), health.names(), company.obeys()));
    }
    Snapshot newest = new Snapshot(parts.tickShape());
    TickDigest digest = digest(parts);
    Telemetry watchers = periodic(errors.and(newest));
    RunEvents events = new RunEvents(output, link);
    events.record(recording);
    recording.toldTo((text, nowNanos) -> events.say(nowNanos, "recording", text));
    company.decisions().tellTo(events);
    ControlLoop loop =
        new ControlLoop(
            parts,
            recording.and(digest == null ? watchers : digest.and(watchers)),
            recording.and(events));
    Attendants attendants = new Attendants(loop, plan, output, events);
    Pacer pacer = recording.around(start.pacer(loop, events));
    Bridges others = new Bridges(wiring.robot(), parts, loop, link);
    long first = loop.ticks();
    recording.begin(loop, parts, 1 / wiring.dtSeconds(), first * wiring.dtSeconds());
    long began = System.nanoTime();
    Snapshots last = company.kept();
    plan.realtime().lockMemory();
    try (last;
        Recording _ = recording;
        others;
        LoopThread thread = new LoopThread(loop, pacer, plan.realtime()::enterLoop);
        CommandService obeying = company.service(link, loop, parts, events, newest);
        Attendants attending =
            attendants.attend(byTheWall != null, wiring.robot().failsafes(), link)) {
      watch(
          thread,
          attending,
          new RunProgress(output, plan.seconds(), unit(parts)),
          newest,
          errors,
          link,
          now -> {
            tell(link, now, loop.state(), health);
            others.tell(now, errors.recent());
          });
      new RunFigures(result).put(obeying);
    }
    put(loop.ticks(), first, newest.newest(), errors, (System.nanoTime() - began) * 1e-9);
    attendants.tell(result);
    if (recording.isOn()) {
      result.put("beats_not_recorded", recording.dropped());
    }
    if (last != null) {
      result.put("snapshots_missed", last.missed());
    }
    if (digest != null) {
      result.put("digest_ticks", digest.text());
    }
  }

  private RobotHealth health(ErrorTrace errors, @Nullable RobotLink link) {
    RobotHealth health = new RobotHealth().add("error", errors::recent);
    WallClockPacer paced = byTheWall;
    if (paced != null) {
      health.add("late_us", RobotHealth.p99Micros(paced::latenessSinceAsked, System::nanoTime));
      health.add("skipped", paced::skipped);
    }
    if (link != null) {
      health.add("dropped", () -> link.counters().dropped());
      health.add("reconnects", () -> link.counters().reconnects());
    }
    Snapshots saving = company.kept();
    return saving == null ? health : health.add("snapshots_missed", saving::missed);
  }

  private Telemetry periodic(Telemetry watchers) {
    Snapshots snapshots = company.kept();
    double every = wiring.robot().snapshots().everySeconds();
    return snapshots == null
        ? watchers
        : watchers.and(snapshots.periodic(every, wiring.dtSeconds()));
  }

  private @Nullable TickDigest digest(LoopParts parts) {
    Double from = plan.digestFrom();
    return from == null ? null : new TickDigest(parts.tickShape(), from);
  }

  private void watch(
      LoopThread thread,
      Attendants attending,
      RunProgress progress,
      Snapshot newest,
      ErrorTrace errors,
      @Nullable RobotLink link,
      Consumer<Tick> teller)
      throws InterruptedException {
    long period = Math.max(1, Math.round(1000 / wiring.robot().link().telemetryHertz()));
    while (thread.runs(period)) {
      Tick tick = newest.newest();
      attending.look(link);
      progress.show(tick.nowNanos * 1e-9, errors.recent());
      teller.accept(tick);
    }
    progress.end(newest.newest().nowNanos * 1e-9, errors.recent());
  }

  private void tell(@Nullable RobotLink link, Tick tick, LoopState state, RobotHealth health) {
    if (link == null) {
      return;
    }
    link.tell(tick, state, health);
    DeviceNews ofDevices = news;
    if (ofDevices != null) {
      ofDevices.tell(link);
    }
  }

  /** Of a thousandth of the error; a plant that is driven by reward tells angles. */
  private String unit(LoopParts parts) {
    return switch (wiring.robot().skill()) {
      case SkillSpec.Track _ -> "m" + parts.joints().getFirst().unit().symbol();
      case SkillSpec.Cancel _ -> "mrad/s";
      case SkillSpec.Reward _ -> "mrad";
    };
  }

  private void put(long ticks, long first, Tick last, ErrorTrace errors, double wallSeconds) {
    result.put("robot_seconds", ticks * wiring.dtSeconds());
    result.put("ticks", ticks);
    result.put("ticks_per_second", Math.round((ticks - first) / wallSeconds));
    result.put("rms_error_last_10s", errors.rms(errors.seconds() - SCORED_SECONDS, 1e12));
    List<String> names = learner.figureNames();
    for (int i = 0; i < names.size(); i++) {
      result.put("learner_" + names.get(i), last.figures[i]);
    }
  }
}
