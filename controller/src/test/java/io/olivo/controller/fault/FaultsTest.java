package io.olivo.controller.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import io.olivo.actuators.ActuatorIo;
import io.olivo.controller.loop.FastPacer;
import io.olivo.controller.loop.Pacer;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;
import io.olivo.sensors.SensorIo;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FaultsTest {
  private static final int TICKS = 60;

  /** A run that can stop after a tick and go on from a saved state. */
  private static final class Run {
    private final Bench bench = new Bench();
    private final Faults faults;
    private final SensorIo sensors;
    private final ActuatorIo motors;
    private final double[] command = new double[2];
    private final List<String> seen = new ArrayList<>();

    Run(List<ScheduledFault> schedule) {
      faults = Faults.of(schedule, Bench.DT, 3);
      sensors = faults.around(bench);
      motors = faults.around(bench.motors());
    }

    Run run(long first, long ticks) throws InterruptedException {
      Pacer pacer = faults.around(new FastPacer(Bench.DT, first, ticks));
      while (pacer.await() == Pacer.Beat.TICK) {
        tick(pacer.nowNanos());
        seen.add(
            List.of(
                    bench.frame.value(0),
                    bench.frame.stampNanos(0),
                    bench.arrived[0],
                    pacer.nowNanos(),
                    pacer.dtSeconds())
                .toString());
      }
      return this;
    }

    void tick(long nowNanos) {
      sensors.read(bench.frame, nowNanos);
      command[0] = nowNanos * 1e-7;
      motors.write(command, bench.applied, nowNanos);
    }

    StateReader saved() {
      StateWriter out = new StateWriter("test");
      faults.save(out);
      return new StateReader(out.bytes());
    }
  }

  private static List<ScheduledFault> of(FaultKind kind) {
    double every = kind.isOccasional() ? 2 * Bench.DT : 0;
    double amount = kind == FaultKind.BIT_FLIP ? .25 : 2.5 * Bench.DT;
    return List.of(Bench.fault(kind, ScheduledFault.ALL, 10, 30).by(amount).every(every));
  }

  @ParameterizedTest
  @EnumSource
  void savedInMidFaultItGoesOnBitForBit(FaultKind kind) throws InterruptedException {
    List<String> whole = new Run(of(kind)).run(0, TICKS).seen;
    for (int stop : new int[] {5, 10, 23, 24, 40, 50}) {
      Run half = new Run(of(kind)).run(0, stop);
      Run rest = new Run(of(kind));
      rest.bench.frame.put(0, half.bench.frame.value(0), half.bench.frame.stampNanos(0));
      rest.faults.load(half.saved());
      rest.run(stop, TICKS);
      List<String> both = new ArrayList<>(half.seen);
      both.addAll(rest.seen);
      assertEquals(String.join("\n", whole), String.join("\n", both), "stopped at " + stop);
    }
  }

  @Test
  void aRunWithoutFaultsCanBeResumedWithSome() throws InterruptedException {
    Run sound = new Run(List.of()).run(0, 5);
    Run rest = new Run(of(FaultKind.FREEZE));
    rest.faults.load(sound.saved());
    List<String> whole = new Run(of(FaultKind.FREEZE)).run(0, TICKS).seen;
    assertEquals(whole.subList(5, TICKS), rest.run(5, TICKS).seen);
  }

  @Test
  void aRunWithOtherFaultsIsRefused() throws InterruptedException {
    StateReader saved = new Run(of(FaultKind.FREEZE)).run(0, 5).saved();
    for (List<ScheduledFault> other : List.of(of(FaultKind.NAN), List.<ScheduledFault>of())) {
      Run rest = new Run(other);
      IllegalArgumentException refused =
          assertThrows(IllegalArgumentException.class, () -> rest.faults.load(saved));
      assertTrue(String.valueOf(refused.getMessage()).contains("give it the same ones"));
    }
  }

  @Test
  void aFurtherFaultDoesNotChangeWhatTheFirstOnesDraw() throws InterruptedException {
    ScheduledFault spikes = Bench.fault(FaultKind.SPIKE, "a", 0, TICKS).by(.5).every(.004);
    ScheduledFault later = Bench.fault(FaultKind.NAN, "b", 0, TICKS).every(.004);
    assertEquals(
        new Run(List.of(spikes)).run(0, TICKS).seen,
        new Run(List.of(spikes, later)).run(0, TICKS).seen);
  }

  @Test
  void ticksLeftOutAreCounted() throws InterruptedException {
    Run run = new Run(of(FaultKind.BUS_HANG)).run(0, TICKS);
    assertEquals(29, run.faults.ticksLeftOut(), "the first one is held, 29 follow");
    assertEquals(TICKS - 29, run.seen.size());
  }

  @Test
  void allKindsTogetherAllocateNothing() {
    List<ScheduledFault> all =
        Arrays.stream(FaultKind.values())
            .map(
                kind ->
                    ScheduledFault.of(kind, ScheduledFault.ALL, 0, 1e6)
                        .by(kind == FaultKind.DELAY ? .02 : .5)
                        .every(kind.isOccasional() ? .01 : 0))
            .toList();
    Run run = new Run(all);
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long least = Long.MAX_VALUE;
    long tick = 0;
    for (int block = 0; block < 10; block++) { // the compiler is busy in the first ones
      long before = threads.getCurrentThreadAllocatedBytes();
      for (long end = tick + 10_000; tick < end; tick++) {
        run.tick(tick * Bench.TICK);
      }
      least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
    }
    assertEquals(0, least, "bytes in 10000 ticks");
  }
}
