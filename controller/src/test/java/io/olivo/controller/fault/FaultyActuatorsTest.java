package io.olivo.controller.fault;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.olivo.actuators.ActuatorIo;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FaultyActuatorsTest {
  private final Bench bench = new Bench();

  private ActuatorIo around(ScheduledFault... faults) {
    return Faults.of(List.of(faults), Bench.DT, 1).around(bench.motors());
  }

  /** What arrives at the left motor when it is asked 1, 2, 3, ... */
  private double[] arriving(int ticks, ScheduledFault... faults) {
    ActuatorIo motors = around(faults);
    double[] arriving = new double[ticks];
    for (int t = 0; t < ticks; t++) {
      write(motors, t + 1, t);
      arriving[t] = bench.arrived[0];
    }
    return arriving;
  }

  private void write(ActuatorIo motors, double command, int tick) {
    motors.write(new double[] {command, -command}, bench.applied, tick * Bench.TICK);
  }

  @Test
  void stuckStaysWhereItWasAndComesBack() {
    assertArrayEquals(
        new double[] {1, 2, 2, 2, 5}, arriving(5, Bench.fault(FaultKind.STUCK, "left", 2, 2)));
  }

  @Test
  void stuckFromTheFirstWriteOnStaysThere() {
    assertArrayEquals(
        new double[] {1, 1, 3}, arriving(3, Bench.fault(FaultKind.STUCK, "left", 0, 2)));
  }

  @Test
  void freeDoesNothing() {
    assertArrayEquals(
        new double[] {1, 0, 0, 4}, arriving(4, Bench.fault(FaultKind.FREE, "left", 1, 2)));
  }

  @Test
  void weakGivesAFactorOfWhatItIsAskedHalfUnlessToldOtherwise() {
    assertArrayEquals(
        new double[] {1, 1, 1.5, 4}, arriving(4, Bench.fault(FaultKind.WEAK, "left", 1, 2)));
    assertArrayEquals(
        new double[] {1, .5, 3}, arriving(3, Bench.fault(FaultKind.WEAK, "left", 1, 1).by(.25)));
  }

  @Test
  void invertedGivesTheOpposite() {
    assertArrayEquals(
        new double[] {1, -2, -3, 4}, arriving(4, Bench.fault(FaultKind.INVERTED, "left", 1, 2)));
  }

  @Test
  void whenAllWritesAreLostTheOneBeforeGoesOn() {
    assertArrayEquals(
        new double[] {1, 1, 1, 4}, arriving(4, Bench.fault(FaultKind.LOST_WRITES, "left", 1, 2)));
  }

  @Test
  void someWritesAreLostAsOftenAsTheyShould() {
    int n = 10_000;
    double[] arriving =
        arriving(n, Bench.fault(FaultKind.LOST_WRITES, "left", 0, n).every(10 * Bench.DT));
    int lost = 0;
    for (int t = 1; t < n; t++) {
      lost += arriving[t] == arriving[t - 1] ? 1 : 0;
    }
    assertEquals(1000, lost, 150, "one in ten, 5 standard deviations of a binomial");
  }

  @ParameterizedTest
  @EnumSource(names = {"STUCK", "FREE", "WEAK", "INVERTED", "LOST_WRITES"})
  void aBrokenMotorDoesNotTellAndItsNeighbourWorks(FaultKind kind) {
    ActuatorIo motors = around(Bench.fault(kind, "left", 1, 9));
    write(motors, 3, 0);
    write(motors, 5, 1);
    assertTrue(bench.arrived[0] != 5, "it is broken");
    assertArrayEquals(new double[] {5, -5}, bench.applied);
    assertEquals(-5, bench.arrived[1]);
  }

  @Test
  void hangHoldsUpTheFirstWriteOnceAfterItArrived() {
    List<Long> held = new ArrayList<>();
    Sleeper sleeper =
        nanos -> {
          assertEquals(7, bench.arrived[0], "it has arrived");
          held.add(nanos);
        };
    ScheduledFault hang = Bench.fault(FaultKind.BUS_HANG, ScheduledFault.ALL, 2, 10);
    ActuatorIo motors = Faults.of(List.of(hang), Bench.DT, 1, sleeper).around(bench.motors());
    for (int t = 0; t < 20; t++) {
      write(motors, t == 3 ? 7 : 1, t == 2 ? 1 : t);
    }
    assertEquals(List.of(9 * Bench.TICK), held, "from tick 3 to the end of the hang");
  }

  @Test
  void hangByTheWallBlocksForItsTime() {
    ScheduledFault hang = Bench.fault(FaultKind.BUS_HANG, ScheduledFault.ALL, 0, 10);
    ActuatorIo motors = Faults.of(List.of(hang), Bench.DT, 1, Sleeper.WALL).around(bench.motors());
    long began = System.nanoTime();
    write(motors, 1, 0);
    assertTrue(System.nanoTime() - began >= 10 * Bench.TICK);
  }

  @Test
  void anActuatorThatIsNotThereIsRefusedWithThoseThatAre() {
    IllegalArgumentException refused =
        assertThrows(
            IllegalArgumentException.class,
            () -> around(Bench.fault(FaultKind.STUCK, "centre", 0, 1)));
    assertTrue(String.valueOf(refused.getMessage()).contains("there are left, right"));
  }
}
