package io.olivo.controller.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.olivo.actuators.ActuatorIo;
import io.olivo.controller.loop.FastPacer;
import io.olivo.controller.loop.Pacer;
import io.olivo.sensors.SensorIo;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FaultyPacerTest {
  private final Bench bench = new Bench();
  private final List<String> beats = new ArrayList<>(); // told tick, tick length, stamp of a

  private void run(int ticks, ScheduledFault fault) throws InterruptedException {
    Faults faults = Faults.of(List.of(fault), Bench.DT, 1);
    SensorIo sensors = faults.around(bench);
    ActuatorIo motors = faults.around(bench.motors());
    Pacer pacer = faults.around(new FastPacer(Bench.DT, ticks));
    while (pacer.await() == Pacer.Beat.TICK) {
      sensors.read(bench.frame, pacer.nowNanos());
      motors.write(new double[2], bench.applied, pacer.nowNanos());
      long length = Math.round(pacer.dtSeconds() / Bench.DT);
      beats.add(
          inTicks(pacer.nowNanos()) + " " + length + " " + inTicks(bench.frame.stampNanos(0)));
    }
  }

  private static long inTicks(long nanos) {
    return nanos / Bench.TICK;
  }

  @Test
  void aHangInRobotTimeIsAGapThatTheNextTickIsToldOf() throws InterruptedException {
    run(8, Bench.fault(FaultKind.BUS_HANG, ScheduledFault.ALL, 2, 4));
    assertEquals(List.of("0 1 0", "1 1 1", "2 1 2", "6 4 6", "7 1 7"), beats);
  }

  @Test
  void aHangBeyondTheEndOfTheRunEndsIt() throws InterruptedException {
    run(8, Bench.fault(FaultKind.BUS_HANG, ScheduledFault.ALL, 2, 400));
    assertEquals(List.of("0 1 0", "1 1 1", "2 1 2"), beats);
  }

  @Test
  void aClockThatJumpsAheadAndBackTellsWrongTimesTickLengthsAndStamps()
      throws InterruptedException {
    run(6, Bench.fault(FaultKind.CLOCK_STEP, ScheduledFault.ALL, 2, 2).by(10 * Bench.DT));
    assertEquals(List.of("0 1 0", "1 1 1", "12 11 12", "13 1 13", "4 -9 4", "5 1 5"), beats);
    assertEquals(5, bench.frame.value(0), "the robot's own time went on as ever");
  }

  @Test
  void aClockMayBeWrongFromTheStart() throws InterruptedException {
    run(3, Bench.fault(FaultKind.CLOCK_STEP, ScheduledFault.ALL, 0, 2).by(10 * Bench.DT));
    assertEquals(List.of("10 1 10", "11 1 11", "2 -9 2"), beats);
  }

  @Test
  void withoutAFaultItIsThePacerItself() {
    Pacer pacer = new FastPacer(Bench.DT, 1);
    assertSame(pacer, Faults.of(List.of(), Bench.DT, 1).around(pacer));
  }
}
