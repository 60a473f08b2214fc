package io.olivo.deploy.cli;

import io.olivo.controller.fault.Faults;
import io.olivo.controller.fault.ScheduledFault;
import io.olivo.controller.fault.Sleeper;
import io.olivo.controller.loop.FastPacer;
import io.olivo.controller.loop.LoopParts;
import io.olivo.controller.loop.Pacer;
import io.olivo.controller.loop.WallClockPacer;
import io.olivo.deploy.device.LoopEnds;
import io.olivo.deploy.device.SimulatedDevices;
import io.olivo.deploy.installation.DesktopOnly;
import io.olivo.deploy.session.Checkpoint;
import io.olivo.deploy.wiring.Seeds;
import io.olivo.deploy.wiring.SimWiring;
import io.olivo.deploy.wiring.Wiring;
import io.olivo.sim.io.SimulatedRobot;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A loop and a simulated robot in this process, with or without emulated chips between them. */
@DesktopOnly
final class SimulatedRun {
  private final RunSession session;
  private final Wiring wiring;
  private final RunPlan plan;
  private final Seeds seeds;
  private final SimWiring simulation;
  private final SimulatedRobot robot;

  /**
   * @param session runs the loop
   * @param options what the simulated robot shall be beside its file
   */
  SimulatedRun(RunSession session, SimOptions options, Seeds seeds) {
    this.session = session;
    wiring = session.wiring();
    plan = session.plan();
    this.seeds = seeds;
    simulation = new SimWiring(wiring);
    robot = simulation.robot(seeds, options.changes(), options.randomises());
  }

  /**
   * Runs it.
   *
   * @param checkpoint with what it goes on, and where its end is remembered
   * @param wall whether it keeps to the wall's clock
   * @param broker where it is told; null for nowhere
   * @param name of the robot there
   */
  RunResult run(Checkpoint checkpoint, boolean wall, @Nullable URI broker, String name)
      throws Exception {
    Faults faults = faults(wall);
    LoopEnds direct = new LoopEnds(robot, robot.actuators());
    SimulatedDevices devices = plan.devices() ? behindDevices(direct) : null;
    LoopEnds ends = devices == null ? direct : devices.ends();
    LoopParts parts =
        session.parts(faults.around(ends.sensors()), faults.around(ends.actuators()), seeds);
    WallClockPacer paced =
        new WallClockPacer(wiring.dtSeconds(), plan.seconds(), plan.realtime().sleeper());
    if (wall) {
      session.follows(paced);
    }
    FollowedRun.Start start =
        (loop, events) -> {
          checkpoint.resume(robot, faults, loop);
          long done = loop.ticks() + faults.ticksLeftOut();
          requireTimeLeft(done);
          events.atEnd(() -> checkpoint.take(robot, faults, loop));
          events.expectEpisodes(simulation.hasEpisodes());
          Pacer pacer = wall ? paced : new FastPacer(wiring.dtSeconds(), done, Long.MAX_VALUE);
          return faults.around(simulation.episodes(session.limited(pacer, done), robot, done));
        };
    session.follow(parts, start, robot, session.link(broker, name, wall));
    if (devices != null) {
      put(devices);
    }
    if (wall) {
      session.figures().put(paced);
    }
    return session.result();
  }

  private SimulatedDevices behindDevices(LoopEnds direct) {
    return new SimulatedDevices(wiring.robot(), direct, seeds.faults());
  }

  /** Those of the robot file and of the command line. */
  private Faults faults(boolean wall) {
    List<ScheduledFault> all =
        Stream.concat(wiring.robot().faults().stream(), plan.faults().stream()).toList();
    return wall ? wiring.faults(all, seeds, Sleeper.WALL) : wiring.faults(all, seeds);
  }

  private void requireTimeLeft(long ticks) {
    double done = ticks * wiring.dtSeconds();
    if (ticks > 0 && !(plan.seconds() > done)) {
      throw new IllegalArgumentException(
          "the saved run is at %s s, and --for counts from its beginning: give more than %s s"
              .formatted(done, plan.seconds()));
    }
  }

  private void put(SimulatedDevices devices) {
    session.figures().put(devices.pollers());
    devices.busShares().forEach((bus, share) -> session.result().put("busy_" + bus, share));
  }
}
