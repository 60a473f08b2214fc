package io.olivo.controller.fault;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.olivo.sensors.SampleFrame;
import io.olivo.sensors.SensorIo;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FaultySensorsTest {
  private static double[] ticks(double... ticks) {
    return ticks;
  }

  private static void says(double[][] said, double[] values, double[] stamps) {
    assertArrayEquals(values, said[0]);
    assertArrayEquals(stamps, said[1], "stamps");
  }

  @Test
  void dropoutLeavesValueAndStampAsTheyWere() {
    says(
        Bench.said(6, Bench.fault(FaultKind.DROPOUT, "a", 2, 3)),
        ticks(0, 1, 1, 1, 1, 5),
        ticks(0, 1, 1, 1, 1, 5));
  }

  @Test
  void freezeRepeatsOneValueWithNewStamps() {
    says(
        Bench.said(6, Bench.fault(FaultKind.FREEZE, "a", 2, 3)),
        ticks(0, 1, 2, 2, 2, 5),
        ticks(0, 1, 2, 3, 4, 5));
  }

  @Test
  void spikeOfEverySampleIsAnOffset() {
    says(
        Bench.said(5, Bench.fault(FaultKind.SPIKE, "a", 1, 2).by(.5)),
        ticks(0, 1.5, 2.5, 3, 4),
        ticks(0, 1, 2, 3, 4));
  }

  @Test
  void spikesComeAsOftenAsTheyShouldAndOnlyInSingleSamples() {
    int n = 10_000;
    double[] values = Bench.said(n, Bench.fault(FaultKind.SPIKE, "a", 0, n).by(.5).every(.02))[0];
    long spikes = IntStream.range(0, n).filter(t -> values[t] == t + .5).count();
    long sound = IntStream.range(0, n).filter(t -> values[t] == t).count();
    assertEquals(n, spikes + sound);
    assertEquals(1000, spikes, 150, "one in ten, 5 standard deviations of a binomial");
  }

  @Test
  void nanHasNewStamps() {
    says(
        Bench.said(5, Bench.fault(FaultKind.NAN, "a", 1, 2)),
        ticks(0, Double.NaN, Double.NaN, 3, 4),
        ticks(0, 1, 2, 3, 4));
  }

  @Test
  void driftGrowsFromItsBeginAndIsGoneAtItsEnd() {
    says(
        Bench.said(6, Bench.fault(FaultKind.DRIFT, "a", 1, 4).by(125)), // a quarter per tick
        ticks(0, 1, 2.25, 3.5, 4.75, 5),
        ticks(0, 1, 2, 3, 4, 5));
  }

  @Test
  void delayedSamplesHaveOldStampsAndNothingArrivesAtFirst() {
    says(
        Bench.said(9, Bench.fault(FaultKind.DELAY, "a", 2, 5).by(2 * Bench.DT)),
        ticks(0, 1, 1, 1, 2, 3, 4, 7, 8),
        ticks(0, 1, 1, 1, 2, 3, 4, 7, 8));
  }

  @Test
  void duplicateHalvesTheRate() {
    says(
        Bench.said(7, Bench.fault(FaultKind.DUPLICATE, "a", 1, 4)),
        ticks(0, 1, 1, 3, 3, 5, 6),
        ticks(0, 1, 1, 3, 3, 5, 6));
  }

  @Test
  void reorderSwapsNeighboursSoThatStampsGoBack() {
    says(
        Bench.said(8, Bench.fault(FaultKind.REORDER, "a", 1, 6)),
        ticks(0, 0, 2, 1, 4, 3, 6, 7),
        ticks(0, 0, 2, 1, 4, 3, 6, 7));
  }

  @Test
  void bitFlipOfAKnownCountIsOffByAPowerOfTwoOfItsSteps() {
    int n = 3000;
    double[] values = Bench.said(n, Bench.fault(FaultKind.BIT_FLIP, "a", 0, n).by(.25))[0];
    Set<Double> errors = new HashSet<>();
    IntStream.range(0, n).forEach(t -> errors.add(Math.abs(values[t] - t) / .25));
    Set<Double> powers = new HashSet<>();
    IntStream.range(0, 13).forEach(bit -> powers.add((double) (1 << bit)));
    assertEquals(powers, errors, "13 bits of a quarter reach from -1024 to 1024");
  }

  @Test
  void bitFlipOfAnUnknownCountIsOneBitOfTheNumber() {
    double[] values = Bench.said(300, Bench.fault(FaultKind.BIT_FLIP, "a", 0, 300))[0];
    for (int t = 0; t < values.length; t++) {
      long flipped = Double.doubleToRawLongBits(values[t]) ^ Double.doubleToRawLongBits(t);
      assertEquals(1, Long.bitCount(flipped));
    }
  }

  @ParameterizedTest
  @EnumSource(
      names = {"STUCK", "FREE", "WEAK", "INVERTED", "LOST_WRITES", "BUS_HANG", "CLOCK_STEP"},
      mode = EnumSource.Mode.EXCLUDE)
  void outsideItsTimeAndInOtherChannelsNothingIsChanged(FaultKind kind) {
    Bench bench = new Bench();
    Bench sound = new Bench();
    SensorIo faulty =
        Faults.of(List.of(Bench.fault(kind, "a", 5, 5).by(.004)), Bench.DT, 1).around(bench);
    for (int t = 0; t < 20; t++) {
      faulty.read(bench.frame, t * Bench.TICK);
      sound.read(sound.frame, t * Bench.TICK);
      assertEquals(sound.frame.value(1), bench.frame.value(1));
      if (t < 5 || t >= 10) {
        assertEquals(sound.frame.value(0), bench.frame.value(0));
        assertEquals(sound.frame.stampNanos(0), bench.frame.stampNanos(0));
      }
    }
  }

  @Test
  void allMeansEveryChannelAndEachDrawsForItself() {
    Bench bench = new Bench();
    ScheduledFault spikes =
        Bench.fault(FaultKind.SPIKE, ScheduledFault.ALL, 0, 1000).by(.5).every(.004);
    SensorIo faulty = Faults.of(List.of(spikes), Bench.DT, 1).around(bench);
    int together = 0;
    for (int t = 0; t < 1000; t++) {
      faulty.read(bench.frame, t * Bench.TICK);
      together += bench.frame.value(0) != t && bench.frame.value(1) != -t ? 1 : 0;
    }
    assertEquals(250, together, 70, "a quarter, 5 standard deviations of a binomial");
  }

  @Test
  void aSourceWithoutANewSampleIsLeftAlone() {
    Bench bench = new Bench();
    SensorIo faulty =
        Faults.of(List.of(Bench.fault(FaultKind.DRIFT, "a", 0, 100).by(500)), Bench.DT, 1)
            .around(bench);
    faulty.read(bench.frame, Bench.TICK);
    bench.silent = true;
    faulty.read(bench.frame, 2 * Bench.TICK);
    assertEquals(2, bench.frame.value(0), "it must not drift twice");
    assertEquals(Bench.TICK, bench.frame.stampNanos(0));
  }

  @Test
  void whatWasNeverReadStaysSo() {
    Bench bench = new Bench();
    bench.silent = true;
    Faults.of(List.of(Bench.fault(FaultKind.NAN, "a", 0, 9)), Bench.DT, 1)
        .around(bench)
        .read(bench.frame, 0);
    assertEquals(SampleFrame.NEVER, bench.frame.stampNanos(0));
  }

  @Test
  void faultsOfOneChannelActInTheirOrder() {
    double[] values =
        Bench.said(
            3,
            Bench.fault(FaultKind.FREEZE, "a", 1, 2),
            Bench.fault(FaultKind.SPIKE, "a", 2, 1).by(.5))[0];
    assertArrayEquals(ticks(0, 1, 1.5), values);
  }

  @Test
  void anotherSeedFailsAtOtherTimes() {
    ScheduledFault spikes = Bench.fault(FaultKind.SPIKE, "a", 0, 100).by(.5).every(.004);
    assertNotEquals(draws(spikes, 1), draws(spikes, 2));
    assertEquals(draws(spikes, 1), draws(spikes, 1));
  }

  private static List<Double> draws(ScheduledFault fault, long seed) {
    Bench bench = new Bench();
    SensorIo faulty = Faults.of(List.of(fault), Bench.DT, seed).around(bench);
    return IntStream.range(0, 100)
        .mapToObj(
            t -> {
              faulty.read(bench.frame, t * Bench.TICK);
              return bench.frame.value(0);
            })
        .toList();
  }

  @Test
  void withoutAFaultItIsTheSourceItself() {
    Bench bench = new Bench();
    assertSame(bench, Faults.of(List.of(), Bench.DT, 1).around(bench));
  }

  @Test
  void aChannelThatIsNotThereIsRefusedWithThoseThatAre() {
    Faults faults = Faults.of(List.of(Bench.fault(FaultKind.NAN, "c", 0, 1)), Bench.DT, 1);
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> faults.around(new Bench()));
    assertTrue(String.valueOf(refused.getMessage()).contains("no sensor \"c\""));
    assertTrue(String.valueOf(refused.getMessage()).contains("there are a, b"));
  }

  @Test
  void timesAndAmountsThatAreNoneAreRefused() {
    ScheduledFault sound = ScheduledFault.of(FaultKind.SPIKE, "a", 0, 1);
    assertThrows(IllegalArgumentException.class, () -> sound.by(Double.NaN));
    assertThrows(IllegalArgumentException.class, () -> sound.every(-1));
    assertThrows(
        IllegalArgumentException.class, () -> ScheduledFault.of(FaultKind.NAN, "a", -1, 1));
    assertThrows(IllegalArgumentException.class, () -> ScheduledFault.of(FaultKind.NAN, "a", 0, 0));
  }
}
