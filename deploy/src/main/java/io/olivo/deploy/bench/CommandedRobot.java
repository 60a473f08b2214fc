package io.olivo.deploy.bench;

import io.olivo.controller.checkpoint.SnapshotStore;
import io.olivo.controller.link.Link;
import io.olivo.controller.loop.ControlLoop;
import io.olivo.controller.loop.LoopListener;
import io.olivo.controller.loop.LoopParts;
import io.olivo.controller.loop.WallClockPacer;
import io.olivo.controller.telemetry.Snapshot;
import io.olivo.controller.wire.Topics;
import io.olivo.deploy.command.Adjustments;
import io.olivo.deploy.command.Candidates;
import io.olivo.deploy.command.CommandService;
import io.olivo.deploy.robot.RobotSpec;
import io.olivo.deploy.session.LearnedState;
import io.olivo.deploy.session.LoopThread;
import io.olivo.deploy.session.Snapshots;
import io.olivo.deploy.session.StateFolder;
import io.olivo.deploy.wiring.Rule;
import io.olivo.deploy.wiring.Seeds;
import io.olivo.deploy.wiring.SimWiring;
import io.olivo.deploy.wiring.Wiring;
import io.olivo.learning.guard.GuardListener;
import io.olivo.learning.guard.GuardedLearner;
import io.olivo.sim.io.SimulatedRobot;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/** A simulated robot that runs at the rate of its file and obeys commands; disarmed at first. */
public final class CommandedRobot implements AutoCloseable {
  /** What stands around the robot. */
  public interface Surroundings extends LoopListener {
    /** What is in the way of arming; may take a while. */
    default String obstacles() {
      return "";
    }

    /** An event. */
    default void told(String kind, String text) {}
  }

  private final LoopParts parts;
  private final GuardedLearner learner;
  private final ControlLoop loop;
  private final Snapshots snapshots;
  private final LoopThread thread;
  private final CommandService service;

  /**
   * Starts at once.
   *
   * @param spec the robot file; needs a simulated plant
   * @param link where commands come from
   * @param topics of the robot
   * @param session of this run
   * @param folder for snapshots
   * @param around is told what happens, and asked before it is armed
   */
  public CommandedRobot(
      RobotSpec spec, Link link, Topics topics, String session, Path folder, Surroundings around) {
    Wiring wiring = new Wiring(spec);
    Seeds seeds = Seeds.of(1);
    Rule rule = Rule.of(spec.learner());
    learner = wiring.guarded(rule, seeds, GuardListener.none());
    SimulatedRobot robot = new SimWiring(wiring).robot(seeds, List.of());
    parts =
        wiring.parts(
            robot, robot.actuators(), wiring.trajectory(seeds), learner, Wiring.HOLD_SECONDS);
    LearnedState state = new LearnedState(rule, learner, spec);
    SnapshotStore store = StateFolder.of(folder, spec);
    BiConsumer<String, String> told = around::told;
    Supplier<String> obstacles = around::obstacles;
    snapshots =
        new Snapshots(store, state, InstantSource.system(), text -> told.accept("snapshot", text));
    Snapshot newest = new Snapshot(parts.tickShape());
    loop =
        new ControlLoop(
            parts,
            newest.and(snapshots.periodic(spec.snapshots().everySeconds(), wiring.dtSeconds())),
            around);
    Candidates candidates =
        new Candidates(
            Candidates.in(StateFolder.of(folder, spec)),
            rule,
            spec,
            () -> wiring.learner(rule, seeds));
    service =
        new CommandService(
            link,
            topics,
            session,
            loop,
            new Adjustments(wiring, parts, learner, seeds, candidates),
            snapshots,
            obstacles,
            told,
            InstantSource.system(),
            () -> newest.newest().nowNanos);
    thread = new LoopThread(loop, new WallClockPacer(wiring.dtSeconds(), Double.POSITIVE_INFINITY));
  }

  /** What its loop is made of. */
  public LoopParts parts() {
    return parts;
  }

  /** Who learns. */
  public GuardedLearner learner() {
    return learner;
  }

  /** The loop. */
  public ControlLoop loop() {
    return loop;
  }

  /** What became of commands. */
  public CommandService service() {
    return service;
  }

  @Override
  public void close() {
    service.close();
    thread.close();
    snapshots.close();
  }
}
