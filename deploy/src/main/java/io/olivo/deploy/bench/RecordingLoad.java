package io.olivo.deploy.bench;

import com.sun.management.OperatingSystemMXBean;
import io.olivo.controller.loop.ControlLoop;
import io.olivo.controller.loop.FastPacer;
import io.olivo.controller.loop.LoopListener;
import io.olivo.controller.loop.LoopParts;
import io.olivo.controller.loop.Order;
import io.olivo.controller.loop.Pacer;
import io.olivo.controller.loop.WallClockPacer;
import io.olivo.controller.record.Limits;
import io.olivo.controller.record.OneFile;
import io.olivo.controller.telemetry.Telemetry;
import io.olivo.deploy.robot.RobotFile;
import io.olivo.deploy.robot.RobotSpec;
import io.olivo.deploy.session.Recording;
import io.olivo.deploy.session.RunHead;
import io.olivo.deploy.wiring.Rule;
import io.olivo.deploy.wiring.Seeds;
import io.olivo.deploy.wiring.SimWiring;
import io.olivo.deploy.wiring.Wiring;
import io.olivo.learning.guard.GuardedLearner;
import io.olivo.sim.io.SimulatedRobot;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * A process that runs arm2 at 500 Hz with 40 channels, recorded or not, and says how many seconds
 * of processor time it took, how many beats were lost to the recording, how late ticks began, and
 * how many there were.
 */
public final class RecordingLoad {
  private static final long SEED = 1;
  private static final Limits LIMITS = new Limits(10_000_000_000L, 0);

  private RecordingLoad() {}

  /** Arguments: arm2's file, that of {@link ManyChannels}, seconds, wall or fast, a file or "-". */
  public static void main(String[] args) throws InterruptedException {
    RobotSpec arm = RobotFile.read(Path.of(args[0]));
    RobotSpec many = RobotFile.read(Path.of(args[1]));
    boolean wall = args[3].equals("wall");
    Recording recording = recording(many, args[4], wall);
    run(arm, many, recording, Double.parseDouble(args[2]), wall);
  }

  private static Recording recording(RobotSpec many, String file, boolean wall) {
    return file.equals("-")
        ? Recording.none()
        : new Recording(new RunHead(many, SEED), new OneFile(Path.of(file), LIMITS), !wall);
  }

  private static void run(
      RobotSpec arm, RobotSpec many, Recording recording, double seconds, boolean wall)
      throws InterruptedException {
    Wiring wiring = new Wiring(many);
    Seeds seeds = Seeds.of(SEED);
    SimulatedRobot robot = new SimWiring(new Wiring(arm)).robot(seeds, List.of());
    GuardedLearner learner =
        wiring.guarded(Rule.of(many.learner()), seeds, (verdict, at, effort, rival) -> {});
    recording.holds(Wiring.HOLD_SECONDS);
    LoopParts parts =
        wiring.parts(
            recording.around(new ManyChannels(robot, many.sensors())),
            recording.around(robot.actuators()),
            wiring.trajectory(seeds),
            learner,
            Wiring.HOLD_SECONDS);
    ControlLoop loop =
        new ControlLoop(
            parts, recording.and(Telemetry.none()), recording.and(new LoopListener() {}));
    loop.order(Order.ARM);
    double dt = wiring.dtSeconds();
    WallClockPacer paced = new WallClockPacer(dt, seconds);
    Pacer pacer = wall ? paced : new FastPacer(dt, Math.round(seconds / dt));
    long cpu = cpuNanos();
    try (recording) {
      recording.begin(loop, parts, 1 / dt, 0);
      loop.run(recording.around(pacer));
    }
    double used = (cpuNanos() - cpu) * 1e-9;
    double late = wall ? paced.lateness().getValueAtPercentile(99) / 1e3 : 0;
    System.out.printf(
        Locale.ROOT, "%.4f %d %.1f %d%n", used, recording.dropped(), late, loop.ticks());
  }

  private static long cpuNanos() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
  }
}
