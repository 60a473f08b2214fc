package io.olivo.actuators.safety;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.junit.jupiter.api.Test;

class SafetyEnvelopeTest {
  private static final double DT = .002; // s
  // range 30, learned share 10 N m, 1000 N m/s are 2 N m a tick, safe 0 within 20 ms
  private static final ActuatorLimits TORQUE =
      new ActuatorLimits("torque", -30, 30, 10, 1000, 0, .02);
  // safe at the edge of the range, at once
  private static final ActuatorLimits GRIPPER = new ActuatorLimits("gripper", -1, 3, 2, 50, -1, 0);

  private final double[] command = new double[1];

  private static SafetyEnvelope torque() {
    return new SafetyEnvelope(List.of(TORQUE));
  }

  private double clip(SafetyEnvelope envelope, double feedback, double learned) {
    envelope.clip(new double[] {feedback}, new double[] {learned}, command, DT);
    return command[0];
  }

  /** Goes to a command, however many ticks the rate takes. */
  private void goTo(SafetyEnvelope envelope, double feedback) {
    for (int t = 0; t < 1000; t++) {
      clip(envelope, feedback, 0);
    }
    assertEquals(feedback, command[0]);
  }

  @Provide
  Arbitrary<Double> anything() {
    return Arbitraries.frequencyOf(
        Tuple.of(
            1,
            Arbitraries.of(
                Double.NaN,
                Double.POSITIVE_INFINITY,
                Double.NEGATIVE_INFINITY,
                Double.MAX_VALUE,
                -Double.MAX_VALUE,
                Double.MIN_VALUE,
                -0.0,
                1e300)),
        Tuple.of(1, Arbitraries.doubles()),
        Tuple.of(2, Arbitraries.doubles().between(-50, 50)),
        Tuple.of(2, Arbitraries.doubles().between(0, .01)));
  }

  /** One tick of nonsense: two feedbacks, two learned parts and a dt. */
  @Provide
  Arbitrary<double[]> nonsense() {
    return anything().list().ofSize(5).map(l -> l.stream().mapToDouble(d -> d).toArray());
  }

  @Property
  void whateverIsAskedForEveryCommandIsFiniteInRangeAndWithinItsRate(
      @ForAll("nonsenseTicks") List<double[]> ticks) {
    SafetyEnvelope envelope = new SafetyEnvelope(List.of(TORQUE, GRIPPER));
    double[] before = {TORQUE.safe(), GRIPPER.safe()};
    double[] now = new double[2];
    for (double[] t : ticks) {
      double[] learned = {t[2], t[3]};
      double dt = t[4];
      envelope.clip(new double[] {t[0], t[1]}, learned, now, dt);
      for (int i = 0; i < 2; i++) {
        ActuatorLimits limits = envelope.limits(i);
        assertTrue(Double.isFinite(now[i]));
        assertTrue(now[i] >= limits.min() && now[i] <= limits.max());
        double reach = limits.ratePerSecond() * (dt > 0 ? dt : 0);
        double rounding = 1e-12; // of a sum of numbers up to 30
        assertTrue(Math.abs(now[i] - before[i]) <= reach + rounding);
        assertTrue(Math.abs(learned[i]) <= limits.learned());
        before[i] = now[i];
      }
    }
  }

  @Provide
  Arbitrary<List<double[]>> nonsenseTicks() {
    return nonsense().list().ofMaxSize(30);
  }

  @Property
  void wayToSafeStaysInRangeAndIsFiniteWhateverTheTime(
      @ForAll("nonsenseTicks") List<double[]> ticks) {
    SafetyEnvelope envelope = new SafetyEnvelope(List.of(TORQUE, GRIPPER));
    double[] now = new double[2];
    for (double[] t : ticks) {
      envelope.clip(new double[] {t[0], t[1]}, new double[] {t[2], t[3]}, now, DT);
      double[] before = now.clone();
      envelope.safe(now, t[4]);
      for (int i = 0; i < 2; i++) {
        double safe = envelope.limits(i).safe();
        assertTrue(Double.isFinite(now[i]));
        assertTrue(
            Math.abs(now[i] - safe) <= Math.abs(before[i] - safe) + 1e-12, "never further away");
      }
    }
    envelope.safe(now, Double.POSITIVE_INFINITY);
    assertArrayEquals(new double[] {TORQUE.safe(), GRIPPER.safe()}, now);
  }

  @Test
  void commandInsideAllLimitsIsLeftAlone() {
    SafetyEnvelope envelope = torque();
    assertEquals(1.5, clip(envelope, 1, .5));
    assertFalse(envelope.clipped(0));
    assertEquals(0, envelope.clips(0));
    assertEquals(0, envelope.refused(0));
  }

  @Test
  void learnedPartIsBoundedFirstAndInPlace() {
    SafetyEnvelope envelope = torque();
    double[] learned = {25};
    // 25 - 9 = 16 would be fine for the range, but the learner may only have 10
    envelope.clip(new double[] {-9}, learned, command, DT);
    assertEquals(10, learned[0]);
    assertEquals(1, command[0]);
    assertTrue(envelope.clipped(0));
    learned[0] = -11;
    envelope.clip(new double[] {9.5}, learned, command, DT);
    assertEquals(-10, learned[0]);
    assertEquals(-.5, command[0]);
  }

  @Test
  void nanFromTheLearnerCountsAsNothingLearned() {
    SafetyEnvelope envelope = torque();
    double[] learned = {Double.NaN};
    envelope.clip(new double[] {1}, learned, command, DT);
    assertEquals(1, command[0]);
    assertEquals(0, learned[0]);
    assertEquals(1, envelope.refused(0));
    assertTrue(envelope.clipped(0));
  }

  @Test
  void feedbackThatIsNotFiniteBecomesTheSafeValueAtTheAllowedRate() {
    for (double nonsense : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
      SafetyEnvelope envelope = torque();
      goTo(envelope, 20);
      assertEquals(18, clip(envelope, nonsense, 0), 1e-12);
      assertEquals(16, clip(envelope, nonsense, 0), 1e-12);
      assertEquals(2, envelope.refused(0));
    }
  }

  @Test
  void rangeHoldsHoweverMuchIsAskedFor() {
    SafetyEnvelope envelope = torque();
    for (int t = 0; t < 100; t++) {
      clip(envelope, 1e9, 0);
    }
    assertEquals(30, command[0]);
    for (int t = 0; t < 100; t++) {
      clip(envelope, -1e9, 0);
    }
    assertEquals(-30, command[0]);
    assertEquals(200, envelope.clips(0));
  }

  @Test
  void timeThatStandsStillOrRunsBackwardsMovesNothing() {
    for (double dt : new double[] {0, -1, Double.NaN, Double.NEGATIVE_INFINITY}) {
      SafetyEnvelope envelope = torque();
      goTo(envelope, 5);
      envelope.clip(new double[] {20}, new double[1], command, dt);
      assertEquals(5, command[0]);
      envelope.safe(command, dt);
      assertEquals(5, command[0]);
    }
  }

  @Test
  void wayToSafeIsStraightAndTakesTheStatedTime() {
    SafetyEnvelope envelope = torque();
    goTo(envelope, 20);
    for (int t = 1; t <= 10; t++) { // 20 ms
      envelope.safe(command, DT);
      assertEquals(20 - 2 * t, command[0], 1e-9);
    }
    envelope.safe(command, DT);
    assertEquals(0, command[0], "it ends exactly at safe");
  }

  @Test
  void wayToSafeIsFasterThanTheRateWhereTheFileSaysSo() {
    ActuatorLimits slow = new ActuatorLimits("slow", -30, 30, 10, 10, 0, .02); // 10 N m/s
    SafetyEnvelope envelope = new SafetyEnvelope(List.of(slow));
    envelope.clip(new double[] {20}, new double[1], command, 2);
    assertEquals(20, command[0], "2 s at 10 N m/s");
    for (int t = 0; t < 10; t++) {
      envelope.safe(command, DT);
    }
    assertEquals(0, command[0], 1e-9, "20 ms, though the rate would take 2 s");
  }

  @Test
  void withoutATimeTheSafeValueIsTakenAtOnce() {
    SafetyEnvelope envelope = new SafetyEnvelope(List.of(GRIPPER));
    goTo(envelope, 3);
    envelope.safe(command, DT);
    assertEquals(-1, command[0]);
  }

  @Test
  void interruptedWayToSafeBeginsAnewFromWhereItIs() {
    SafetyEnvelope envelope = torque();
    goTo(envelope, 20);
    envelope.safe(command, DT);
    assertEquals(18, command[0], 1e-9);
    assertEquals(19, clip(envelope, 19, 0), 1e-9);
    envelope.safe(command, DT);
    assertEquals(19 - 1.9, command[0], 1e-9, "a tenth of the way that is left");
  }

  @Test
  void afterTheSafeStateCommandsLeaveItNoFasterThanTheRate() {
    SafetyEnvelope envelope = torque();
    goTo(envelope, 20);
    envelope.safe(command, Double.POSITIVE_INFINITY);
    assertEquals(0, command[0]);
    assertEquals(2, clip(envelope, 20, 0), 1e-12);
  }

  @Test
  void firstCommandStartsFromTheSafeValue() {
    SafetyEnvelope envelope = new SafetyEnvelope(List.of(GRIPPER));
    assertEquals(-.9, clip(envelope, 3, 0), 1e-12, "50/s for 2 ms from -1");
    assertEquals(1, envelope.size());
  }

  @Test
  void everyActuatorHasItsOwnCounters() {
    SafetyEnvelope envelope = new SafetyEnvelope(List.of(TORQUE, GRIPPER));
    double[] both = new double[2];
    envelope.clip(new double[] {0, Double.NaN}, new double[2], both, DT);
    assertFalse(envelope.clipped(0));
    assertTrue(envelope.clipped(1));
    assertEquals(0, envelope.refused(0));
    assertEquals(1, envelope.refused(1));
  }

  @Test
  void envelopeWithoutActuatorsIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> new SafetyEnvelope(List.of()));
  }

  @Test
  void recalledEnvelopeGoesOnWhereTheOtherStood() {
    SafetyEnvelope one = torque();
    goTo(one, 20);
    clip(one, Double.NaN, 99);
    one.safe(command, DT); // on the way to safe
    SafetyEnvelope other = torque();
    other.recall(one.memory());
    assertArrayEquals(one.memory(), other.memory());
    one.safe(command, DT);
    double expected = command[0];
    other.safe(command, DT);
    assertEquals(expected, command[0]);
    assertEquals(one.clips(0), other.clips(0));
    assertEquals(one.refused(0), other.refused(0));
  }

  @Test
  void memoryOfACommandThatIsNotAllowedIsTakenForSafe() {
    for (double nonsense : new double[] {31, -1e300, Double.NaN}) {
      SafetyEnvelope envelope = new SafetyEnvelope(List.of(GRIPPER));
      envelope.recall(new double[] {nonsense, 0, 0, 0});
      assertEquals(-1 + 50 * DT, clip(envelope, 3, 0), 1e-12, "one step from the safe value");
    }
  }

  /** Every number of both actuators is another one. */
  @Test
  void memoryHoldsCommandsWaysCountsAndEnergiesOfEachActuator() {
    ActuatorLimits first = TORQUE.withPower(new PowerLimit(1e6, 8, 2));
    ActuatorLimits second = GRIPPER.withPower(new PowerLimit(1e6, 6, 3));
    SafetyEnvelope envelope = new SafetyEnvelope(List.of(first, second));
    double[] now = new double[2];
    envelope.motion(0, 2);
    envelope.motion(1, 3);
    double[][] feedback = {{99, .01}, {99, 0}, {99, 0}, {Double.NaN, 0}, {2, Double.NaN}, {1, 0}};
    for (double[] wanted : feedback) {
      envelope.clip(wanted, new double[] {99, Double.NaN}, now, DT);
    }
    envelope.safe(now, DT);
    double[] memory = envelope.memory();
    assertEquals(10, memory.length);
    assertArrayEquals(now, new double[] {memory[0], memory[1]});
    assertTrue(memory[2] > 0 && memory[3] == 0, "one ramps, the other jumps");
    assertArrayEquals(
        new double[] {envelope.clips(0), envelope.clips(1)}, new double[] {memory[4], memory[5]});
    assertArrayEquals(
        new double[] {envelope.refused(0), envelope.refused(1)},
        new double[] {memory[6], memory[7]});
    assertTrue(memory[6] != memory[7] && memory[4] > 0 && memory[7] > 0);
    assertTrue(memory[8] > 6 && memory[8] < 8 && memory[9] <= 6, "energies left");

    SafetyEnvelope other = new SafetyEnvelope(List.of(first, second));
    other.recall(memory);
    assertArrayEquals(memory, other.memory());
    double[] elsewhere = new double[2];
    envelope.safe(now, DT);
    other.safe(elsewhere, DT);
    assertArrayEquals(now, elsewhere);
  }

  @Test
  void commandAtTheVeryEdgeOfItsRangeIsRemembered() {
    for (double edge : new double[] {-30, 30}) {
      SafetyEnvelope envelope = torque();
      envelope.recall(new double[] {edge, 0, 0, 0});
      assertEquals(edge, envelope.memory()[0]);
    }
  }

  @Test
  void longestWayToSafeIsTold() {
    assertEquals(.02, new SafetyEnvelope(List.of(GRIPPER, TORQUE, GRIPPER)).secondsToSafe());
  }

  @Test
  void deratedRangeShrinksTowardsASafeValueThatIsNotZero() {
    SafetyEnvelope envelope = new SafetyEnvelope(List.of(GRIPPER)); // -1 to 3, safe -1
    envelope.derate(0, .5);
    for (int t = 0; t < 100; t++) {
      clip(envelope, 3, 0);
    }
    assertEquals(1, command[0]);
    for (int t = 0; t < 100; t++) {
      clip(envelope, -3, 0);
    }
    assertEquals(-1, command[0]);
  }

  @Test
  void everyRememberedNumberGoesBackToItsPlace() {
    SafetyEnvelope envelope =
        new SafetyEnvelope(
            List.of(
                TORQUE.withPower(new PowerLimit(1, 9, 1)),
                GRIPPER.withPower(new PowerLimit(1, 9, 1))));
    double[] memory = {1, 2, 3, 4, 5, 6, 7, 8, 2.5, 1.5};
    envelope.recall(memory);
    assertArrayEquals(memory, envelope.memory());
    envelope.recall(new double[] {9, 1, 7, 6, 5, 4, 3, 2}); // of before there were energies
    assertArrayEquals(new double[] {9, 1, 7, 6, 5, 4, 3, 2, 2.5, 1.5}, envelope.memory());
  }
}
