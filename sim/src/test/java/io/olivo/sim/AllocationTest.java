package io.olivo.sim;

import static io.olivo.learning.guard.Verdict.ACCEPTED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import io.olivo.controller.loop.ControlLoop;
import io.olivo.controller.loop.LoopListener;
import io.olivo.controller.loop.LoopParts;
import io.olivo.controller.loop.Order;
import io.olivo.controller.loop.Pacer;
import io.olivo.controller.reference.Figure8;
import io.olivo.controller.reference.Mixed;
import io.olivo.controller.reference.Reach;
import io.olivo.controller.reference.Sines;
import io.olivo.controller.reference.Trajectory;
import io.olivo.controller.score.ErrorTrace;
import io.olivo.controller.telemetry.Snapshot;
import io.olivo.learning.Chance;
import io.olivo.learning.Learner;
import io.olivo.learning.guard.GuardConfig;
import io.olivo.learning.guard.GuardedLearner;
import io.olivo.sim.io.SimulatedRobot;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The whole tick of a learning robot, plant and telemetry included, asks for no memory. */
class AllocationTest {
  private static final int GRANULES = 512;
  private static final int WARM_UP = 25_000; // ticks: compiled, measured, its bank at work
  private static final int BLOCK = 10_000; // ticks
  private static final int BLOCKS = 20; // the compiler may still be busy in the first ones

  private int accepted; // generations

  /** Asks how much memory the thread has taken, between blocks of ticks. */
  private static final class MeasuringPacer implements Pacer {
    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final long[] allocated = new long[BLOCKS + 1]; // [boundary] bytes
    private long tick = -1;

    @Override
    public Beat await() {
      tick++;
      long since = tick - WARM_UP;
      if (since >= 0 && since % BLOCK == 0) {
        allocated[(int) (since / BLOCK)] = threads.getCurrentThreadAllocatedBytes();
      }
      return since < (long) BLOCKS * BLOCK ? Beat.TICK : Beat.END;
    }

    @Override
    public long nowNanos() {
      return tick * 2_000_000;
    }

    @Override
    public double dtSeconds() {
      return BenchArm.DT;
    }

    long[] bytesOfBlocks() {
      long[] bytes = new long[BLOCKS];
      Arrays.setAll(bytes, i -> allocated[i + 1] - allocated[i]);
      return bytes;
    }
  }

  @Test
  void tenThousandTicksOfTheWholeLoopAllocateNothing() throws InterruptedException {
    Trajectory mixed =
        new Mixed(
            List.of(new Figure8(), new Reach(new Chance(1)), Sines.ofBenchArm(new Chance(2))));
    SimulatedRobot robot = BenchArm.robot(mixed, 1, List.of());
    Learner learner =
        new GuardedLearner(
            BenchArm.olivo(GRANULES, 1),
            BenchArm.olivo(GRANULES, 1),
            new double[] {30, 15}, // N m
            BenchArm.DT,
            GuardConfig.STANDARD,
            (verdict, seconds, effort, rival) -> accepted += verdict == ACCEPTED ? 1 : 0);
    LoopParts parts = BenchArm.parts(robot, mixed, learner);
    Snapshot snapshot = new Snapshot(parts.tickShape());
    ErrorTrace trace = new ErrorTrace(robot, BenchArm.DT, 60);
    MeasuringPacer pacer = new MeasuringPacer();
    ControlLoop loop = new ControlLoop(parts, snapshot.and(trace), new LoopListener() {});
    loop.order(Order.ARM);
    loop.run(pacer);

    assertFalse(learner.identifying(), "the plant was not measured: this is not the whole loop");
    assertEquals(WARM_UP + BLOCKS * BLOCK, snapshot.newest().number);
    assertTrue(accepted > 20, "generations that were accepted meanwhile: " + accepted);
    assertTrue(trace.recent() < .01, "it did not learn: " + trace.recent() + " rad");
    long[] bytes = pacer.bytesOfBlocks();
    assertEquals(0, Arrays.stream(bytes).min().orElseThrow(), () -> Arrays.toString(bytes));
  }
}
