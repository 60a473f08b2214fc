package io.olivo.deploy.session;

import io.olivo.actuators.ActuatorIo;
import io.olivo.controller.failsafe.FailsafeConfig;
import io.olivo.controller.loop.ControlLoop;
import io.olivo.controller.loop.LoopListener;
import io.olivo.controller.loop.LoopParts;
import io.olivo.controller.loop.Order;
import io.olivo.controller.loop.Supervisor;
import io.olivo.controller.loop.WallClockPacer;
import io.olivo.controller.telemetry.Telemetry;
import io.olivo.controller.telemetry.Tick;
import io.olivo.deploy.robot.RobotFile;
import io.olivo.deploy.wiring.Rule;
import io.olivo.deploy.wiring.Seeds;
import io.olivo.deploy.wiring.SimWiring;
import io.olivo.deploy.wiring.Wiring;
import io.olivo.sensors.Channel;
import io.olivo.sim.io.SimulatedRobot;
import java.io.IOException;
import java.nio.DoubleBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * A process that runs a loop by the wall clock and ends in a bad way. Its wire is a mapped file:
 * what was written there last is what the motors got last, whatever becomes of the process.
 */
final class EndingProcess {
  private static final int BAD_TICK = 150;

  private EndingProcess() {}

  /**
   * @param arguments robot file, wire file, way to end
   */
  public static void main(String[] arguments) throws Exception {
    Wiring wiring = new Wiring(RobotFile.read(Path.of(arguments[0])));
    Seeds seeds = Seeds.of(1);
    SimulatedRobot robot = new SimWiring(wiring).robot(seeds, List.of());
    LoopParts parts =
        wiring.parts(
            robot,
            new Wire(robot.actuators(), Path.of(arguments[1])),
            wiring.trajectory(seeds),
            wiring.learner(Rule.OLIVO, seeds),
            Wiring.HOLD_SECONDS);
    Telemetry bad = tick -> end(arguments[2], tick);
    ControlLoop loop = new ControlLoop(parts, bad, new LoopListener() {});
    loop.order(Order.ARM);
    LoopThread thread = new LoopThread(loop, new WallClockPacer(wiring.dtSeconds(), 60));
    Supervisor supervisor = new Supervisor(loop, FailsafeConfig.STANDARD, why -> {});
    try (supervisor;
        thread) {
      System.out.println("running");
      while (thread.runs(10)) {
        if (loop.ticks() > BAD_TICK) {
          endMain(arguments[2]);
        }
      }
    }
  }

  private static void endMain(String way) {
    switch (way) {
      case "exit" -> System.exit(0);
      case "main-throws" -> throw new IllegalStateException("main");
      case "main-out-of-memory" -> fillMemory();
      default -> {}
    }
  }

  private static void end(String way, Tick tick) {
    if (tick.number == BAD_TICK) {
      switch (way) {
        case "loop-throws" -> throw new IllegalStateException("loop");
        case "loop-out-of-memory" -> fillMemory();
        case "loop-hangs" -> hang();
        default -> {}
      }
    }
  }

  private static void fillMemory() {
    List<long[]> all = new ArrayList<>();
    while (true) {
      all.add(new long[1 << 20]);
    }
  }

  private static void hang() {
    try {
      Thread.sleep(60_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Every command goes to the simulated robot and into the file. */
  private static final class Wire implements ActuatorIo {
    private final ActuatorIo inner;
    private final DoubleBuffer last;

    Wire(ActuatorIo inner, Path file) throws IOException {
      this.inner = inner;
      try (FileChannel channel =
          FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
        int bytes = 8 * (1 + inner.channels().size());
        last = channel.map(FileChannel.MapMode.READ_WRITE, 0, bytes).asDoubleBuffer();
      }
    }

    @Override
    public List<Channel> channels() {
      return inner.channels();
    }

    @Override
    public void write(double[] command, double[] applied, long nowNanos) {
      inner.write(command, applied, nowNanos);
      for (int i = 0; i < command.length; i++) {
        last.put(1 + i, command[i]);
      }
      last.put(0, last.get(0) + 1);
    }
  }
}
