package io.olivo.deploy.wiring;

import io.olivo.controller.fault.Faults;
import io.olivo.controller.fault.ScheduledFault;
import io.olivo.controller.feedback.Feedback;
import io.olivo.controller.loop.ControlLoop;
import io.olivo.controller.loop.FastPacer;
import io.olivo.controller.loop.LoopListener;
import io.olivo.controller.loop.LoopParts;
import io.olivo.controller.loop.Order;
import io.olivo.controller.score.ErrorTrace;
import io.olivo.controller.telemetry.Telemetry;
import io.olivo.deploy.installation.DesktopOnly;
import io.olivo.deploy.robot.RobotSpec;
import io.olivo.learning.Learner;
import io.olivo.sim.io.Change;
import io.olivo.sim.io.SimulatedRobot;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** One run of a simulated robot in this process, as fast as possible. */
@DesktopOnly
public final class Rig {
  private final Wiring wiring;
  private final Learner learner;
  private final LoopParts parts;
  private final SimulatedRobot robot;
  private final Faults faults;
  private final ErrorTrace errors;
  private final double seconds;

  /**
   * Puts a run together.
   *
   * @param spec the robot file
   * @param rule who learns
   * @param seed of everything drawn
   * @param changes of the plant in flight, beside those of the file
   * @param seconds length of the run
   */
  public Rig(RobotSpec spec, Rule rule, long seed, List<Change> changes, double seconds) {
    this(spec, rule, seed, changes, List.of(), seconds);
  }

  /**
   * Puts a run together in which something breaks.
   *
   * @param spec the robot file
   * @param rule who learns
   * @param seed of everything drawn
   * @param changes of the plant in flight, beside those of the file
   * @param scheduled faults, beside those of the file
   * @param seconds length of the run
   */
  public Rig(
      RobotSpec spec,
      Rule rule,
      long seed,
      List<Change> changes,
      List<ScheduledFault> scheduled,
      double seconds) {
    this(spec, rule, seed, changes, scheduled, seconds, 1, UnaryOperator.identity());
  }

  /**
   * Puts a robustness run together.
   *
   * @param spec the robot file
   * @param rule who learns
   * @param seed of everything drawn
   * @param changes of the plant in flight, beside those of the file
   * @param scheduled faults, beside those of the file
   * @param seconds length of the run
   * @param inertiaScale multiplies what a cerebellar learner measured as inertia
   * @param around what comes between the feedback and the loop
   */
  public Rig(
      RobotSpec spec,
      Rule rule,
      long seed,
      List<Change> changes,
      List<ScheduledFault> scheduled,
      double seconds,
      double inertiaScale,
      UnaryOperator<Feedback> around) {
    wiring = new Wiring(spec);
    this.seconds = seconds;
    Seeds seeds = Seeds.of(seed);
    robot = new SimWiring(wiring).robot(seeds, changes);
    learner =
        rule.knowsThePlant()
            ? new ModelWiring(wiring.skill(), robot.plant()).build(rule)
            : wiring.learner(rule, seeds, inertiaScale);
    faults = wiring.faults(together(spec.faults(), scheduled), seeds);
    parts =
        wiring
            .parts(
                faults.around(robot),
                faults.around(robot.actuators()),
                wiring.trajectory(seeds),
                learner,
                Wiring.HOLD_SECONDS)
            .withFeedback(around);
    errors = new ErrorTrace(robot, wiring.dtSeconds(), seconds);
  }

  private static List<ScheduledFault> together(
      List<ScheduledFault> some, List<ScheduledFault> more) {
    return Stream.concat(some.stream(), more.stream()).toList();
  }

  /** Runs to the end, showing each tick to somebody else too. */
  public Rig run(Telemetry others) throws InterruptedException {
    ControlLoop loop = new ControlLoop(parts, errors.and(others), new LoopListener() {});
    loop.order(Order.ARM);
    long ticks = Math.round(seconds / wiring.dtSeconds());
    FastPacer pacer = new FastPacer(wiring.dtSeconds(), ticks);
    loop.run(faults.around(new SimWiring(wiring).episodes(pacer, robot, 0)));
    return this;
  }

  /** The true errors. */
  public ErrorTrace errors() {
    return errors;
  }

  /** Who learned. */
  public Learner learner() {
    return learner;
  }

  /** What was driven. */
  public SimulatedRobot robot() {
    return robot;
  }
}
