package io.olivo.deploy.trust;

import io.olivo.actuators.ActuatorIo;
import io.olivo.controller.loop.ControlLoop;
import io.olivo.controller.loop.LoopListener;
import io.olivo.controller.loop.LoopState;
import io.olivo.controller.loop.Order;
import io.olivo.controller.loop.Supervisor;
import io.olivo.controller.loop.WallClockPacer;
import io.olivo.controller.telemetry.Tick;
import io.olivo.deploy.robot.RobotSpec;
import io.olivo.deploy.wiring.Rule;
import io.olivo.deploy.wiring.Seeds;
import io.olivo.deploy.wiring.SimWiring;
import io.olivo.deploy.wiring.Wiring;
import io.olivo.sensors.Channel;
import io.olivo.sim.io.SimulatedRobot;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * One loop by the wall clock whose thread is blocked while it learns, with a supervisor beside it.
 * How long the motors wait for the safe command is a matter of the machine, so it is measured.
 */
public final class HangBench {
  private static final double HANG_AT_SECONDS =
      .8; // while it dithers: the command is not the safe one
  private static final double AFTER_SECONDS = .5;

  private final RobotSpec spec;
  private final Wiring wiring;
  private final double blockSeconds;
  private volatile long blockedNanos;
  private volatile long safeNanos;
  private volatile boolean blocked;

  /**
   * @param spec the robot file
   * @param blockSeconds how long the loop's thread hangs
   */
  public HangBench(RobotSpec spec, double blockSeconds) {
    this.spec = spec;
    this.blockSeconds = blockSeconds;
    wiring = new Wiring(spec);
  }

  /**
   * Runs once.
   *
   * @return time from the beginning of the hang until the safe command was on the wire, sent by the
   *     supervisor [s]; NaN when none came before the loop woke up, or when it was not stopped
   */
  public double run(long seed) throws InterruptedException {
    Seeds seeds = Seeds.of(seed);
    SimulatedRobot robot = new SimWiring(wiring).robot(seeds, List.of());
    ControlLoop loop =
        new ControlLoop(
            wiring.parts(
                robot,
                new Wire(robot.actuators()),
                wiring.trajectory(seeds),
                wiring.learner(Rule.OLIVO, seeds),
                Wiring.HOLD_SECONDS),
            this::hang,
            new LoopListener() {});
    loop.order(Order.ARM);
    double whole = HANG_AT_SECONDS + blockSeconds + AFTER_SECONDS;
    Supervisor supervisor = new Supervisor(loop, spec.failsafes().config(), why -> {});
    try (supervisor) {
      loop.run(new WallClockPacer(wiring.dtSeconds(), whole));
    }
    boolean answered = safeNanos != 0 && loop.state() == LoopState.SAFE_STOP;
    return answered ? (safeNanos - blockedNanos) * 1e-9 : Double.NaN;
  }

  private void hang(Tick tick) {
    if (blockedNanos == 0 && tick.nowNanos > HANG_AT_SECONDS * 1e9) {
      blockedNanos = System.nanoTime();
      blocked = true;
      long wake = blockedNanos + Math.round(blockSeconds * 1e9);
      for (long left = wake - System.nanoTime(); left > 0; left = wake - System.nanoTime()) {
        LockSupport.parkNanos(left);
      }
      blocked = false;
    }
  }

  /** Only the supervisor can write while the loop hangs. */
  private final class Wire implements ActuatorIo {
    private final ActuatorIo inner;

    Wire(ActuatorIo inner) {
      this.inner = inner;
    }

    @Override
    public List<Channel> channels() {
      return inner.channels();
    }

    @Override
    public void write(double[] command, double[] applied, long nowNanos) {
      inner.write(command, applied, nowNanos);
      if (blocked && safeNanos == 0) {
        safeNanos = System.nanoTime();
      }
    }
  }
}
