package io.olivo.deploy.wiring;

import io.olivo.controller.feedback.Feedback;
import io.olivo.controller.loop.ControlLoop;
import io.olivo.controller.loop.FastPacer;
import io.olivo.controller.loop.LoopListener;
import io.olivo.controller.loop.LoopParts;
import io.olivo.controller.loop.Order;
import io.olivo.controller.telemetry.Telemetry;
import io.olivo.deploy.robot.RobotSpec;
import io.olivo.learning.Learner;
import io.olivo.sim.io.Change;
import io.olivo.sim.io.SimulatedRobot;
import io.olivo.sim.score.ErrorTrace;
import java.util.List;
import java.util.function.UnaryOperator;

/** One run of a simulated robot in this process, as fast as possible. */
public final class Rig {
  private final Wiring wiring;
  private final Learner learner;
  private final LoopParts parts;
  private final SimulatedRobot robot;
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
    this(spec, rule, seed, changes, seconds, 1, UnaryOperator.identity());
  }

  /**
   * Puts a robustness run together.
   *
   * @param spec the robot file
   * @param rule who learns
   * @param seed of everything drawn
   * @param changes of the plant in flight, beside those of the file
   * @param seconds length of the run
   * @param inertiaScale multiplies what a cerebellar learner measured as inertia
   * @param around what comes between the feedback and the loop
   */
  public Rig(
      RobotSpec spec,
      Rule rule,
      long seed,
      List<Change> changes,
      double seconds,
      double inertiaScale,
      UnaryOperator<Feedback> around) {
    wiring = new Wiring(spec);
    this.seconds = seconds;
    Seeds seeds = Seeds.of(seed);
    robot = new SimWiring(wiring).robot(seeds, changes);
    learner = wiring.learner(rule, seeds, robot.plant(), inertiaScale);
    parts =
        wiring
            .parts(robot, robot.actuators(), wiring.trajectory(seeds), learner, Wiring.HOLD_SECONDS)
            .withFeedback(around);
    errors = new ErrorTrace(robot, wiring.dtSeconds(), seconds);
  }

  /** Runs to the end, showing each tick to somebody else too. */
  public Rig run(Telemetry others) throws InterruptedException {
    ControlLoop loop = new ControlLoop(parts, errors.and(others), new LoopListener() {});
    loop.order(Order.ARM);
    loop.run(new FastPacer(wiring.dtSeconds(), Math.round(seconds / wiring.dtSeconds())));
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
