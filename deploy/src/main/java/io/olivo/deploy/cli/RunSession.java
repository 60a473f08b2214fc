package io.olivo.deploy.cli;

import io.olivo.actuators.ActuatorIo;
import io.olivo.controller.loop.FastPacer;
import io.olivo.controller.loop.GroundTruth;
import io.olivo.controller.loop.LoopParts;
import io.olivo.controller.loop.LoopState;
import io.olivo.controller.loop.Pacer;
import io.olivo.controller.loop.TickLimit;
import io.olivo.controller.loop.WallClockPacer;
import io.olivo.controller.mirror.MirrorEndpoint;
import io.olivo.deploy.device.ArmedActuators;
import io.olivo.deploy.device.Buses;
import io.olivo.deploy.device.Devices;
import io.olivo.deploy.device.LoopEnds;
import io.olivo.deploy.device.MeasuredTruth;
import io.olivo.deploy.device.SimulatedDevices;
import io.olivo.deploy.session.Checkpoint;
import io.olivo.deploy.session.DeviceNews;
import io.olivo.deploy.session.Recording;
import io.olivo.deploy.session.RobotLink;
import io.olivo.deploy.wiring.Seeds;
import io.olivo.deploy.wiring.SimWiring;
import io.olivo.deploy.wiring.Wiring;
import io.olivo.learning.Learner;
import io.olivo.sensors.SensorIo;
import io.olivo.sim.fault.Faults;
import io.olivo.sim.fault.ScheduledFault;
import io.olivo.sim.fault.Sleeper;
import io.olivo.sim.io.SimulatedRobot;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Runs a loop in one of three places: a simulator here, one elsewhere, or a board. */
final class RunSession {
  private static final Duration SIMULATOR_WAIT = Duration.ofSeconds(30);

  private final Wiring wiring;
  private final Learner learner;
  private final RunCompany company;
  private final OutputOptions output;
  private final RunPlan plan;
  private final RunResult result = new RunResult();
  private final RunFigures figures = new RunFigures(result);
  private final FollowedRun run;

  RunSession(
      Wiring wiring, Learner learner, RunCompany company, OutputOptions output, RunPlan plan) {
    this.wiring = wiring;
    this.learner = learner;
    this.company = company;
    this.output = output;
    this.plan = plan;
    run = new FollowedRun(wiring, learner, company, output, plan, result);
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
    if (wall) {
      run.follows(paced);
    }
    FollowedRun.Start start =
        (loop, events) -> {
          checkpoint.resume(robot, faults, loop);
          long done = loop.ticks() + faults.ticksLeftOut();
          requireTimeLeft(done);
          events.atEnd(() -> checkpoint.take(robot, faults, loop));
          events.expectEpisodes(simulation.hasEpisodes());
          Pacer pacer = wall ? paced : new FastPacer(dt, done, Long.MAX_VALUE);
          return faults.around(simulation.episodes(limited(pacer, done), robot, done));
        };
    follow(parts, start, robot, broker == null ? null : company.connect(broker, name, wall));
    if (devices != null) {
      figures.put(devices.pollers());
      devices.busShares().forEach((bus, share) -> result.put("busy_" + bus, share));
    }
    if (wall) {
      figures.put(paced);
    }
    return result;
  }

  /** The devices of the robot file, on this computer; told over MQTT when a broker is given. */
  RunResult onBoard(Seeds seeds, Buses buses, @Nullable URI broker, String name) throws Exception {
    WallClockPacer paced = new WallClockPacer(wiring.dtSeconds(), plan.seconds());
    run.follows(paced);
    Faults faults = wiring.faults(plan.faults(), seeds, Sleeper.WALL);
    try (buses;
        Devices devices =
            new Devices(wiring.robot(), wiring.actuatorChannels(), buses, paced::elapsedNanos)) {
      ArmedActuators motors = new ArmedActuators(devices.actuators());
      MeasuredTruth measured = new MeasuredTruth(devices.sensors(), wiring.judged());
      LoopParts parts = parts(faults.around(measured), faults.around(motors), seeds);
      FollowedRun.Start start =
          (loop, events) -> {
            run.tellOf(new DeviceNews(devices.pollers(), paced::elapsedNanos));
            motors.toldBy(() -> loop.state() != LoopState.DISARMED);
            paced.begin();
            devices.start();
            return faults.around(limited(paced, 0));
          };
      follow(
          parts, start, measured, broker == null ? null : company.connectOnceThere(broker, name));
      figures.put(devices.pollers());
      devices.pollers().forEach(bus -> result.put("busy_" + bus.name(), bus.load()));
    }
    figures.put(paced);
    return result;
  }

  private void follow(
      LoopParts parts, FollowedRun.Start start, GroundTruth truth, @Nullable RobotLink link)
      throws Exception {
    if (link == null) {
      run.run(parts, start, truth, null);
    } else {
      try (link) {
        run.run(parts, start, truth, link);
      }
      figures.put(link.events());
      result.put("link_reconnects", link.counters().reconnects());
    }
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
        RobotLink link = company.connect(broker.await(), name, true)) {
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
      FollowedRun.Start start = (loop, events) -> faults.around(limited(mirror.pacer(), 0));
      run.run(parts, start, mirror.sensors(), link);
      figures.put(mirror.counters());
    }
    return result;
  }

  private LoopParts parts(SensorIo sensors, ActuatorIo actuators, Seeds seeds) {
    double hold = learner.identifying() ? Wiring.HOLD_SECONDS : 0;
    Recording recording = company.recording();
    recording.holds(hold);
    return wiring.parts(
        recording.around(sensors),
        recording.around(actuators),
        wiring.trajectory(seeds),
        learner,
        hold);
  }
}
