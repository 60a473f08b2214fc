package io.olivo.deploy.cli;

import io.olivo.actuators.ActuatorIo;
import io.olivo.controller.fault.Faults;
import io.olivo.controller.fault.Sleeper;
import io.olivo.controller.link.NoBrokerException;
import io.olivo.controller.loop.GroundTruth;
import io.olivo.controller.loop.LoopParts;
import io.olivo.controller.loop.LoopState;
import io.olivo.controller.loop.Pacer;
import io.olivo.controller.loop.RobotClock;
import io.olivo.controller.loop.TickLimit;
import io.olivo.controller.loop.WallClockPacer;
import io.olivo.controller.mirror.MirrorEndpoint;
import io.olivo.deploy.device.ArmedActuators;
import io.olivo.deploy.device.Buses;
import io.olivo.deploy.device.Devices;
import io.olivo.deploy.device.MeasuredTruth;
import io.olivo.deploy.session.DeviceNews;
import io.olivo.deploy.session.Recording;
import io.olivo.deploy.session.RobotLink;
import io.olivo.deploy.wiring.Seeds;
import io.olivo.deploy.wiring.Wiring;
import io.olivo.learning.Learner;
import io.olivo.sensors.SensorIo;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Runs a loop against a simulator elsewhere or on a board; {@link SimulatedRun} is the third place.
 */
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

  /** Its ticks come by the wall's clock. */
  void follows(WallClockPacer paced) {
    run.follows(paced);
  }

  Wiring wiring() {
    return wiring;
  }

  RunPlan plan() {
    return plan;
  }

  RunResult result() {
    return result;
  }

  RunFigures figures() {
    return figures;
  }

  /** A slower clock has no sleep of the kernel's. */
  private WallClockPacer pacer() {
    return plan.clock() == RobotClock.WALL
        ? new WallClockPacer(wiring.dtSeconds(), plan.seconds(), plan.realtime().sleeper())
        : new WallClockPacer(wiring.dtSeconds(), plan.seconds(), plan.clock());
  }

  /** The devices of the robot file, on this computer; told over MQTT when a broker is given. */
  RunResult onBoard(Seeds seeds, Buses buses, @Nullable URI broker, String name) throws Exception {
    WallClockPacer paced = pacer();
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
            devices.start(plan.clock().slowed());
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

  /** The link over which it is told; null without a broker. */
  @Nullable RobotLink link(@Nullable URI broker, String name, boolean lasts)
      throws NoBrokerException {
    return broker == null ? null : company.connect(broker, name, lasts);
  }

  /**
   * Runs a loop to its end.
   *
   * @param link where it is told; null for nowhere
   */
  void follow(LoopParts parts, FollowedRun.Start start, GroundTruth truth, @Nullable RobotLink link)
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

  /** Ends after the time that was asked for. */
  Pacer limited(Pacer pacer, long done) {
    return new TickLimit(pacer, done, plan.seconds() / wiring.dtSeconds());
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

  /** The loop around these ends, recorded where it was asked for. */
  LoopParts parts(SensorIo sensors, ActuatorIo actuators, Seeds seeds) {
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
