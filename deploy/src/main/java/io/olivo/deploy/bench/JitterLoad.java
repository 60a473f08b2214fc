package io.olivo.deploy.bench;

import com.sun.management.ThreadMXBean;
import io.olivo.controller.loop.ControlLoop;
import io.olivo.controller.loop.LoopListener;
import io.olivo.controller.loop.LoopParts;
import io.olivo.controller.loop.Order;
import io.olivo.controller.loop.Pacer;
import io.olivo.controller.loop.RobotClock;
import io.olivo.controller.loop.Supervisor;
import io.olivo.controller.loop.WallClockPacer;
import io.olivo.controller.realtime.Realtime;
import io.olivo.controller.realtime.RealtimeConfig;
import io.olivo.controller.telemetry.Telemetry;
import io.olivo.deploy.bench.JitterPlan.TickKind;
import io.olivo.deploy.robot.LoopSpec;
import io.olivo.deploy.robot.RobotFile;
import io.olivo.deploy.robot.RobotSpec;
import io.olivo.deploy.wiring.Rule;
import io.olivo.deploy.wiring.Seeds;
import io.olivo.deploy.wiring.SimWiring;
import io.olivo.deploy.wiring.Wiring;
import io.olivo.learning.guard.GuardListener;
import io.olivo.sim.io.SimulatedRobot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * A process with a loop whose lateness is measured, and maybe a thread that makes garbage. It says
 * "ready" when all is compiled, begins when it is told to, and says at its end what it found.
 */
public final class JitterLoad {
  /** What it says when it waits for the word to begin. */
  static final String READY = "ready";

  private static final long SEED = 1;
  private static final long FAST_TICKS = 60_000; // arm2's tick is compiled by then
  private static final double SETTLE_SECONDS = 2; // the pacer's own code, too

  private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private final double dtSeconds;
  private final Realtime realtime;
  private final WallClockPacer measured;
  private final @Nullable GarbageThread garbage;
  private Runnable atBegin = () -> {};
  private long bytes;
  private long made;
  private long collections;
  private long collecting;

  private JitterLoad(
      double rateHertz,
      double seconds,
      RealtimeConfig config,
      int garbageMegabytes,
      int liveMegabytes) {
    dtSeconds = 1 / rateHertz;
    realtime = new Realtime(config, refused -> System.out.println(refused));
    measured = new WallClockPacer(dtSeconds, seconds, realtime.sleeper());
    garbage = garbageMegabytes > 0 ? new GarbageThread(garbageMegabytes, liveMegabytes) : null;
  }

  /**
   * Arguments: empty or whole, the file of arm2, rate [Hz], length [s], core, priority, garbage
   * [MB/s], live set [MB].
   */
  public static void main(String[] args) throws InterruptedException {
    double rateHertz = Double.parseDouble(args[2]);
    double seconds = Double.parseDouble(args[3]);
    JitterLoad load =
        new JitterLoad(
            rateHertz,
            seconds,
            new RealtimeConfig(Integer.parseInt(args[5]), Integer.parseInt(args[4]), true),
            Integer.parseInt(args[6]),
            Integer.parseInt(args[7]));
    if (TickKind.valueOf(args[0]) == TickKind.WHOLE) {
      load.runWhole(RobotFile.read(Path.of(args[1])));
    } else {
      load.runEmpty();
    }
    load.tell(seconds);
  }

  private void runEmpty() throws InterruptedException {
    Pacer pacer = new StagedPacer(dtSeconds, 0, this::begin);
    while (pacer.await() != Pacer.Beat.END) {
      // nothing to do but to be in time
    }
  }

  /** As a run at this rate would, its supervisor included. */
  private void runWhole(RobotSpec file) throws InterruptedException {
    RobotSpec spec = file.withLoop(new LoopSpec(1 / dtSeconds, file.loop().staleAfterSeconds()));
    Wiring wiring = new Wiring(spec);
    Seeds seeds = Seeds.of(SEED);
    SimulatedRobot robot = new SimWiring(wiring).robot(seeds, List.of());
    LoopParts parts =
        wiring.parts(
            robot,
            robot.actuators(),
            wiring.trajectory(seeds),
            wiring.guarded(Rule.of(spec.learner()), seeds, GuardListener.none()),
            Wiring.HOLD_SECONDS);
    ControlLoop loop = new ControlLoop(parts, Telemetry.none(), new LoopListener() {});
    loop.order(Order.ARM);
    Supervisor[] watching = new Supervisor[1];
    atBegin =
        () ->
            watching[0] =
                new Supervisor(
                    loop,
                    spec.failsafes().config(),
                    why -> {},
                    RobotClock.WALL,
                    realtime::enterSupervisor);
    loop.run(new StagedPacer(dtSeconds, FAST_TICKS, this::begin));
    watching[0].close();
  }

  /** On the loop's thread, when all but the pacer is compiled. */
  private Pacer begin() {
    realtime.lockMemory();
    realtime.enterLoop();
    try {
      settle();
      System.out.println(READY);
      System.in.read();
    } catch (InterruptedException | IOException e) {
      throw new UncheckedIOException(new IOException("nobody says when to begin", e));
    }
    atBegin.run();
    count(-1);
    return measured;
  }

  private void settle() throws InterruptedException {
    Pacer pacer = new WallClockPacer(dtSeconds, SETTLE_SECONDS, realtime.sleeper());
    while (pacer.await() != Pacer.Beat.END) {
      // only compiled
    }
  }

  /** Takes off what there was at the beginning, adds what there is at the end. */
  private void count(int sign) {
    collections += sign * sum(GarbageCollectorMXBean::getCollectionCount);
    collecting += sign * sum(GarbageCollectorMXBean::getCollectionTime);
    made += garbage == null ? 0 : sign * garbage.bytes();
    bytes += sign * threads.getCurrentThreadAllocatedBytes();
  }

  /** Cycles of ZGC are no pauses. */
  private static long sum(ToLongFunction<GarbageCollectorMXBean> figure) {
    return ManagementFactory.getGarbageCollectorMXBeans().stream()
        .filter(bean -> !bean.getName().contains("Cycles"))
        .mapToLong(figure)
        .sum();
  }

  private void tell(double seconds) {
    count(1);
    long ticks = measured.lateness().getTotalCount();
    JitterFound found =
        new JitterFound(
            measured.lateness(),
            measured.skipped(),
            (double) bytes / ticks,
            made / 1e6 / seconds,
            collections,
            collecting);
    System.out.println(found.line());
  }
}
