package io.olivo.deploy.trust;

import io.olivo.controller.fault.Faults;
import io.olivo.controller.fault.ScheduledFault;
import io.olivo.controller.loop.ControlLoop;
import io.olivo.controller.loop.FastPacer;
import io.olivo.controller.loop.LoopParts;
import io.olivo.controller.loop.Order;
import io.olivo.controller.telemetry.Telemetry;
import io.olivo.deploy.robot.RobotSpec;
import io.olivo.deploy.wiring.Rule;
import io.olivo.deploy.wiring.Seeds;
import io.olivo.deploy.wiring.SimWiring;
import io.olivo.deploy.wiring.Wiring;
import io.olivo.learning.guard.GuardedLearner;
import io.olivo.sim.io.SimulatedRobot;
import java.util.List;
import java.util.function.UnaryOperator;

/** A simulated robot with a guarded learner, faults, and somebody who watches its wire. */
final class Stage {
  private final Wiring wiring;
  private final Seeds seeds;
  private final SimulatedRobot robot;
  private final FastPacer pacer;
  private final Faults faults;
  private final WireWatch wire;
  private final Diary diary;
  private final GuardedLearner learner;

  /**
   * Puts it up.
   *
   * @param spec the robot file
   * @param scheduled what breaks
   * @param seed of everything drawn
   * @param runSeconds length of the run
   * @param countsFrom robot time from which pauses, stops and verdicts count [s]
   */
  Stage(
      RobotSpec spec,
      List<ScheduledFault> scheduled,
      long seed,
      double runSeconds,
      double countsFrom) {
    wiring = new Wiring(spec);
    seeds = Seeds.of(seed);
    robot = new SimWiring(wiring).robot(seeds, List.of());
    pacer = new FastPacer(wiring.dtSeconds(), Math.round(runSeconds / wiring.dtSeconds()));
    faults = wiring.faults(scheduled, seeds);
    wire =
        new WireWatch(
            faults.around(robot.actuators()), new Parts(spec).limits(wiring), pacer::nowNanos);
    diary = new Diary(() -> nowSeconds() >= countsFrom, wire::end);
    learner = wiring.guarded(Rule.OLIVO, seeds, diary);
  }

  /** The loop on it; once. */
  ControlLoop loop(Telemetry telemetry, UnaryOperator<LoopParts> around) {
    LoopParts parts =
        wiring.parts(
            faults.around(robot), wire, wiring.trajectory(seeds), learner, Wiring.HOLD_SECONDS);
    return new ControlLoop(around.apply(parts), telemetry, diary);
  }

  /** Arms the loop and runs it to the end. */
  void run(ControlLoop loop) throws InterruptedException {
    loop.order(Order.ARM);
    loop.run(faults.around(pacer));
  }

  /** True robot time, whatever the loop believes [s]. */
  double nowSeconds() {
    return pacer.nowNanos() * 1e-9;
  }

  double dtSeconds() {
    return wiring.dtSeconds();
  }

  SimulatedRobot robot() {
    return robot;
  }

  WireWatch wire() {
    return wire;
  }

  Diary diary() {
    return diary;
  }

  GuardedLearner learner() {
    return learner;
  }
}
