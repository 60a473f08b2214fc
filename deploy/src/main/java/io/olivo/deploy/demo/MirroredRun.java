package io.olivo.deploy.demo;

import io.olivo.controller.loop.ControlLoop;
import io.olivo.controller.loop.LoopListener;
import io.olivo.controller.loop.LoopParts;
import io.olivo.controller.loop.Order;
import io.olivo.controller.mirror.MirrorCounters;
import io.olivo.controller.mirror.MirrorEndpoint;
import io.olivo.controller.score.ErrorTrace;
import io.olivo.controller.telemetry.Snapshot;
import io.olivo.controller.telemetry.Tick;
import io.olivo.controller.wire.Dashboard;
import io.olivo.deploy.report.Timing;
import io.olivo.deploy.robot.RobotSpec;
import io.olivo.deploy.session.LoopThread;
import io.olivo.deploy.session.RobotHealth;
import io.olivo.deploy.session.RobotLink;
import io.olivo.deploy.wiring.DashboardWiring;
import io.olivo.deploy.wiring.Rule;
import io.olivo.deploy.wiring.Seeds;
import io.olivo.deploy.wiring.Wiring;
import io.olivo.learning.Learner;
import io.olivo.learning.guard.GuardListener;
import java.time.Duration;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;

/** Olivo drives a simulator in another process, in lockstep over MQTT. */
public final class MirroredRun {
  private static final Duration SIMULATOR_WAIT = Duration.ofSeconds(30);
  private static final long SHOW_MILLIS = 50;

  private final RobotSpec robot;
  private final DemoPlan plan;
  private final RobotLink link;
  private final Learner learner;
  private final MirrorEndpoint mirror;
  private final LoopParts parts;
  private final ErrorTrace errors;
  private final HandTrace hand;
  private final TickTimes times = new TickTimes();
  private double wallSeconds;

  /** Waits for the simulator and puts the loop together. */
  public MirroredRun(RobotSpec robot, DemoPlan plan, long seed, RobotLink link) throws Exception {
    this.robot = robot;
    this.plan = plan;
    this.link = link;
    Wiring wiring = new Wiring(robot);
    Seeds seeds = Seeds.of(seed);
    learner = wiring.guarded(Rule.OLIVO, seeds, GuardListener.none());
    mirror =
        MirrorEndpoint.open(
            link.link(),
            link.topics(),
            robot.sensors(),
            wiring.actuatorChannels(),
            robot.loop().rateHertz(),
            SIMULATOR_WAIT);
    parts =
        wiring.parts(
            mirror.sensors(),
            mirror.actuators(),
            wiring.trajectory(seeds),
            learner,
            Wiring.HOLD_SECONDS);
    errors = new ErrorTrace(mirror.sensors(), wiring.dtSeconds(), plan.seconds());
    hand = new HandTrace(mirror.sensors(), ticks());
  }

  private long ticks() {
    return Math.round(plan.seconds() * robot.loop().rateHertz());
  }

  /**
   * Runs the plan.
   *
   * @param show is told robot time [s] and the error of the last half second [rad] now and then
   * @param events is told what happens beside the ticks
   * @param alive whether the simulator's process is
   * @throws InterruptedException when the run ended before the plan, saying why
   */
  public Outcome run(BiConsumer<Double, Double> show, LoopListener events, BooleanSupplier alive)
      throws InterruptedException {
    RobotHealth health = new RobotHealth().add("error", errors::recent);
    Dashboard dashboard = DashboardWiring.of(robot, health.names(), false);
    link.introduce(parts, robot.loop().rateHertz(), dashboard);
    Snapshot newest = new Snapshot(parts.tickShape());
    ControlLoop[] loop = new ControlLoop[1];
    loop[0] =
        new ControlLoop(
            parts,
            errors.and(hand).and(newest).and(times).and(tick -> endAfterPlan(tick, loop[0])),
            events);
    loop[0].order(Order.ARM);
    long began = System.nanoTime();
    try (LoopThread thread = new LoopThread(loop[0], mirror.pacer())) {
      while (thread.runs(SHOW_MILLIS) && alive.getAsBoolean()) {
        link.tell(newest.newest(), loop[0].state(), health);
        show.accept(errors.seconds(), errors.recent());
      }
    }
    show.accept(errors.seconds(), errors.recent());
    wallSeconds = (System.nanoTime() - began) * 1e-9;
    requireWhole(alive);
    return new Outcome(Rule.OLIVO.title(), errors, plan, hand);
  }

  private void requireWhole(BooleanSupplier alive) throws InterruptedException {
    if (mirror.counters().ticks() < ticks()) {
      throw new InterruptedException(
          "the demo ended at %.1f s because %s; the last command was the safe one"
              .formatted(
                  errors.seconds(),
                  alive.getAsBoolean() ? "it was told to" : "the simulator's process is gone"));
    }
  }

  private void endAfterPlan(Tick tick, ControlLoop loop) {
    if (tick.number >= ticks()) {
      loop.stop();
    }
  }

  /** What the mirror counted. */
  public MirrorCounters counters() {
    return mirror.counters();
  }

  /** Ticks per second of wall time. */
  public double ticksPerSecond() {
    return ticks() / wallSeconds;
  }

  /** How long ticks took on the wall, the network's share included. */
  public Timing timing() {
    return times.timing(robot.loop().rateHertz(), ticksPerSecond(), ticks());
  }
}
