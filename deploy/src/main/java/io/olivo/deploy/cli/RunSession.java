package io.olivo.deploy.cli;

import io.olivo.actuators.ActuatorIo;
import io.olivo.controller.journal.OutboxCounters;
import io.olivo.controller.link.NoBrokerException;
import io.olivo.controller.loop.ControlLoop;
import io.olivo.controller.loop.FastPacer;
import io.olivo.controller.loop.GroundTruth;
import io.olivo.controller.loop.LoopParts;
import io.olivo.controller.loop.LoopState;
import io.olivo.controller.loop.Pacer;
import io.olivo.controller.loop.TickLimit;
import io.olivo.controller.loop.WallClockPacer;
import io.olivo.controller.mirror.MirrorCounters;
import io.olivo.controller.mirror.MirrorEndpoint;
import io.olivo.controller.telemetry.Snapshot;
import io.olivo.controller.telemetry.Telemetry;
import io.olivo.controller.telemetry.Tick;
import io.olivo.deploy.command.Adjustments;
import io.olivo.deploy.command.CommandService;
import io.olivo.deploy.device.ArmedActuators;
import io.olivo.deploy.device.Buses;
import io.olivo.deploy.device.Devices;
import io.olivo.deploy.device.LoopEnds;
import io.olivo.deploy.device.MeasuredTruth;
import io.olivo.deploy.device.SimulatedDevices;
import io.olivo.deploy.robot.SkillSpec;
import io.olivo.deploy.session.Checkpoint;
import io.olivo.deploy.session.DeviceNews;
import io.olivo.deploy.session.LoopThread;
import io.olivo.deploy.session.RobotHealth;
import io.olivo.deploy.session.RobotLink;
import io.olivo.deploy.session.RobotLinks;
import io.olivo.deploy.session.Snapshots;
import io.olivo.deploy.session.TickDigest;
import io.olivo.deploy.wiring.DashboardWiring;
import io.olivo.deploy.wiring.Seeds;
import io.olivo.deploy.wiring.SimWiring;
import io.olivo.deploy.wiring.Wiring;
import io.olivo.learning.Learner;
import io.olivo.sensors.SensorIo;
import io.olivo.sensors.bus.BusPoller;
import io.olivo.sensors.bus.BusTask;
import io.olivo.sim.fault.Faults;
import io.olivo.sim.fault.ScheduledFault;
import io.olivo.sim.fault.Sleeper;
import io.olivo.sim.io.SimulatedRobot;
import io.olivo.sim.score.ErrorTrace;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One run of the loop, with progress, telemetry and a result. */
final class RunSession {
  /** Puts back what was before, if anything, and says when the loop ticks. */
  private interface Start {
    Pacer pacer(ControlLoop loop, RunEvents events);
  }

  /** Opens the link of a run that lasts, or of one that does not. */
  private interface Links {
    RobotLink open(URI broker, String name, boolean lasts) throws NoBrokerException;
  }

  private static final Duration SIMULATOR_WAIT = Duration.ofSeconds(30);
  private static final double SCORED_SECONDS = 10;

  private final Wiring wiring;
  private final Learner learner;
  private final GuardNotes decisions;
  private final OutputOptions output;
  private final RunPlan plan;
  private final RunResult result = new RunResult();
  private Links links = (broker, name, lasts) -> new RobotLink(broker, name);
  private @Nullable Snapshots kept;
  private @Nullable DeviceNews news;
  private @Nullable WallClockPacer byTheWall;
  private @Nullable Function<LoopParts, Adjustments> commands;
  private Supplier<String> obstacles = () -> "";

  RunSession(
      Wiring wiring, Learner learner, GuardNotes decisions, OutputOptions output, RunPlan plan) {
    this.wiring = wiring;
    this.learner = learner;
    this.decisions = decisions;
    this.output = output;
    this.plan = plan;
  }

  /** Connects with the robot's login, and keeps what must not be lost on disk. */
  void connectBy(RobotLinks robotLinks) {
    links = robotLinks::open;
  }

  /** Saves generations of what is learned, if there are any. */
  void keep(@Nullable Snapshots snapshots) {
    kept = snapshots;
  }

  /**
   * Obeys commands over MQTT, when there is a link.
   *
   * @param adjustments what they change of the loop's parts
   * @param inTheWay asked before they arm it
   */
  void obey(Function<LoopParts, Adjustments> adjustments, Supplier<String> inTheWay) {
    commands = adjustments;
    obstacles = inTheWay;
  }

  /** In this process; told over MQTT when a broker is given. */
  RunResult simulated(
      Seeds seeds,
      SimOptions sim,
      Checkpoint checkpoint,
      boolean wall,
      @Nullable URI broker,
      String name)
      throws Exception {
    SimWiring simulation = new SimWiring(wiring);
    SimulatedRobot robot = sim.robot(simulation, seeds);
    Faults faults = faultsOfSimulation(seeds, wall);
    SimulatedDevices devices = plan.devices() ? devices(robot, seeds) : null;
    LoopEnds ends = devices == null ? new LoopEnds(robot, robot.actuators()) : devices.ends();
    LoopParts parts = parts(faults.around(ends.sensors()), faults.around(ends.actuators()), seeds);
    double dt = wiring.dtSeconds();
    WallClockPacer paced = new WallClockPacer(dt, plan.seconds());
    byTheWall = wall ? paced : null;
    Start start =
        (loop, events) -> {
          checkpoint.resume(robot, faults, loop);
          long done = loop.ticks() + faults.ticksLeftOut();
          requireTimeLeft(done);
          events.atEnd(() -> checkpoint.take(robot, faults, loop));
          events.expectEpisodes(simulation.hasEpisodes());
          Pacer pacer = wall ? paced : new FastPacer(dt, done, Long.MAX_VALUE);
          return faults.around(simulation.episodes(limited(pacer, done), robot, done));
        };
    follow(parts, start, robot, broker, name, wall);
    if (devices != null) {
      put(devices.pollers());
      devices.busShares().forEach((bus, share) -> result.put("busy_" + bus, share));
    }
    if (wall) {
      put(paced);
    }
    return result;
  }

  /** The devices of the robot file, on this computer; told over MQTT when a broker is given. */
  RunResult onBoard(Seeds seeds, Buses buses, @Nullable URI broker, String name) throws Exception {
    WallClockPacer paced = new WallClockPacer(wiring.dtSeconds(), plan.seconds());
    byTheWall = paced;
    Faults faults = wiring.faults(plan.faults(), seeds, Sleeper.WALL);
    try (buses;
        Devices devices =
            new Devices(wiring.robot(), wiring.actuatorChannels(), buses, paced::elapsedNanos)) {
      ArmedActuators motors = new ArmedActuators(devices.actuators());
      MeasuredTruth measured = new MeasuredTruth(devices.sensors(), wiring.judged());
      LoopParts parts = parts(faults.around(measured), faults.around(motors), seeds);
      Start start =
          (loop, events) -> {
            news = new DeviceNews(devices.pollers(), paced::elapsedNanos);
            motors.toldBy(() -> loop.state() != LoopState.DISARMED);
            paced.begin();
            devices.start();
            return faults.around(limited(paced, 0));
          };
      follow(parts, start, measured, broker, name, true);
      put(devices.pollers());
      devices.pollers().forEach(bus -> result.put("busy_" + bus.name(), bus.load()));
    }
    put(paced);
    return result;
  }

  private void follow(
      LoopParts parts,
      Start start,
      GroundTruth truth,
      @Nullable URI broker,
      String name,
      boolean wall)
      throws Exception {
    if (broker == null) {
      follow(parts, start, truth, null, wall);
    } else {
      RobotLink link = links.open(broker, name, wall);
      try (link) {
        follow(parts, start, truth, link, wall);
      }
      put(link.events());
      result.put("link_reconnects", link.counters().reconnects());
    }
  }

  private void put(WallClockPacer paced) {
    result.put("late_us_p99", paced.lateness().getValueAtPercentile(99) / 1e3);
    result.put("late_us_max", paced.lateness().getMaxValue() / 1e3);
    result.put("skipped_ticks", paced.skipped());
    result.put("late_share", paced.lateShare());
  }

  private void put(OutboxCounters events) {
    result.put("events", events.kept());
    result.put("events_first", events.first());
    result.put("events_last", events.last());
    result.put("events_repeated", events.repeated());
    result.put("events_unacknowledged", events.unacknowledged());
    result.put("events_lost", events.dropped() + events.unkept());
  }

  private SimulatedDevices devices(SimulatedRobot robot, Seeds seeds) {
    return new SimulatedDevices(wiring.robot(), robot, seeds.faults());
  }

  private Faults faultsOfSimulation(Seeds seeds, boolean wall) {
    List<ScheduledFault> all =
        Stream.concat(wiring.robot().faults().stream(), plan.faults().stream()).toList();
    return wall ? wiring.faults(all, seeds, Sleeper.WALL) : wiring.faults(all, seeds);
  }

  private Pacer limited(Pacer pacer, long done) {
    return new TickLimit(pacer, done, plan.seconds() / wiring.dtSeconds());
  }

  private void requireTimeLeft(long ticks) {
    double done = ticks * wiring.dtSeconds();
    if (ticks > 0 && !(plan.seconds() > done)) {
      throw new IllegalArgumentException(
          "the saved run is at %s s, and --for counts from its beginning: give more than %s s"
              .formatted(done, plan.seconds()));
    }
  }

  /** A simulator elsewhere, in lockstep. */
  RunResult mirrored(Seeds seeds, @Nullable URI given, String name) throws Exception {
    try (Brokers broker = Brokers.begin(given, output);
        RobotLink link = links.open(broker.await(), name, true)) {
      output.note(
          "waiting for a simulator: olivo sim %s --broker %s"
              .formatted(wiring.robot().file(), broker.await()));
      MirrorEndpoint mirror =
          MirrorEndpoint.open(
              link.link(),
              link.topics(),
              wiring.robot().sensors(),
              wiring.actuatorChannels(),
              wiring.robot().loop().rateHertz(),
              SIMULATOR_WAIT);
      Faults faults = wiring.faults(plan.faults(), seeds, Sleeper.WALL);
      LoopParts parts =
          parts(faults.around(mirror.sensors()), faults.around(mirror.actuators()), seeds);
      Start start = (loop, events) -> faults.around(limited(mirror.pacer(), 0));
      follow(parts, start, mirror.sensors(), link, false);
      put(mirror.counters());
    }
    return result;
  }

  private LoopParts parts(SensorIo sensors, ActuatorIo actuators, Seeds seeds) {
    double hold = learner.identifying() ? Wiring.HOLD_SECONDS : 0;
    return wiring.parts(sensors, actuators, wiring.trajectory(seeds), learner, hold);
  }

  private void follow(
      LoopParts parts, Start start, GroundTruth truth, @Nullable RobotLink link, boolean wall)
      throws InterruptedException, NoBrokerException {
    ErrorTrace errors = new ErrorTrace(truth, wiring.dtSeconds(), SCORED_SECONDS);
    RobotHealth health = health(errors, link);
    if (link != null) {
      link.introduce(
          parts,
          wiring.robot().loop().rateHertz(),
          DashboardWiring.of(wiring.robot(), health.names(), commands != null));
    }
    Snapshot newest = new Snapshot(parts.tickShape());
    TickDigest digest = digest(parts);
    Telemetry watchers = periodic(errors.and(newest));
    RunEvents events = new RunEvents(output, link);
    decisions.tellTo(events);
    ControlLoop loop =
        new ControlLoop(parts, digest == null ? watchers : digest.and(watchers), events);
    Attendants attendants = new Attendants(loop, plan, output, events);
    Pacer pacer = start.pacer(loop, events);
    long first = loop.ticks();
    long began = System.nanoTime();
    Snapshots last = kept;
    try (last;
        LoopThread thread = new LoopThread(loop, pacer);
        CommandService obeying = obeying(link, loop, parts, events, newest);
        Attendants attending = attendants.attend(wall, wiring.robot().failsafes(), link)) {
      watch(
          thread,
          attending,
          new RunProgress(output, plan.seconds(), unit(parts)),
          newest,
          errors,
          link,
          now -> tell(link, now, loop.state(), health));
      put(obeying);
    }
    put(loop.ticks(), first, newest.newest(), errors, (System.nanoTime() - began) * 1e-9);
    attendants.tell(result);
    if (kept != null) {
      result.put("snapshots_missed", kept.missed());
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
    Snapshots saving = kept;
    return saving == null ? health : health.add("snapshots_missed", saving::missed);
  }

  private @Nullable CommandService obeying(
      @Nullable RobotLink link,
      ControlLoop loop,
      LoopParts parts,
      RunEvents events,
      Snapshot newest) {
    Function<LoopParts, Adjustments> adjustments = commands;
    return link == null || adjustments == null
        ? null
        : new CommandService(
            link.link(),
            link.topics(),
            link.session(),
            loop,
            adjustments.apply(parts),
            kept,
            obstacles,
            (kind, text) -> events.say(newest.newest().nowNanos, kind, text),
            InstantSource.system(),
            () -> newest.newest().nowNanos);
  }

  private Telemetry periodic(Telemetry watchers) {
    Snapshots snapshots = kept;
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

  private void put(@Nullable CommandService obeying) {
    if (obeying != null) {
      result.put("commands_admitted", obeying.counters().admitted());
      result.put("commands_refused", obeying.counters().refused());
    }
  }

  private void put(List<BusPoller> buses) {
    buses.forEach(
        bus ->
            result.put(
                "failures_" + bus.name(), bus.tasks().stream().mapToLong(BusTask::failures).sum()));
  }

  private void put(MirrorCounters counters) {
    result.put("mirror_ticks", counters.ticks());
    result.put("mirror_resent", counters.resent());
    result.put("mirror_doubled", counters.duplicates());
    result.put("mirror_refused", counters.refused());
    result.put("mirror_lost", counters.lost());
  }
}
