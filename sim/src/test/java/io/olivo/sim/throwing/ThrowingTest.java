package io.olivo.sim.throwing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.olivo.learning.Chance;
import io.olivo.sim.plant.Arm2;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ThrowingTest {
  @Test
  void aBallWithoutDragFliesAParabola() {
    double vx = 3;
    double vy = 2;
    double y = .8;
    double time = (vy + Math.sqrt(vy * vy + 2 * 9.81 * y)) / 9.81;
    assertEquals(.2 + vx * time, new Ball(0, 0).landing(.2, y, vx, vy), .005);
  }

  @Test
  void dragAndHeadwindShortenAThrow() {
    double vacuum = new Ball(0, 0).landing(0, 1, 3, 3);
    double still = new Ball(.057, 0).landing(0, 1, 3, 3);
    double wind = new Ball(.057, -2).landing(0, 1, 3, 3);
    assertTrue(wind < still - .05 && still < vacuum - .05, wind + " " + still + " " + vacuum);
  }

  @Test
  void theHandIsWhereTheArmHasItAndItsVelocityIsTheDerivative() {
    double h = 1e-6;
    double[] hand = new double[2];
    double[] later = new double[2];
    Arm2.hand(new double[] {.4, .7}, hand);
    Arm2.hand(new double[] {.4 + h * 5, .7 + h * 2}, later);
    Hand ours = new Hand();
    ours.look(.4, .7, 5, 2);
    double vx = (later[0] - hand[0]) / h;
    double vy = (later[1] - hand[1]) / h;
    Ball ball = new Ball(0, 0);
    assertEquals(ball.landing(hand[0], hand[1] + 1.2, vx, vy), ours.landing(ball), 1e-4);
  }

  @Test
  void theSwingsRatesAreTheDerivativesOfItsAngles() {
    Swing swing = new Swing();
    swing.set(2, -1);
    double h = 1e-4;
    double[] before = new double[6];
    double[] now = new double[6];
    double[] after = new double[6];
    for (double t : new double[] {.1, .3, .55}) {
      swing.at(t - h, before);
      swing.at(t, now);
      swing.at(t + h, after);
      for (int j = 0; j < 2; j++) {
        assertEquals((after[j] - before[j]) / (2 * h), now[2 + j], 1e-4);
        assertEquals((after[j] - 2 * now[j] + before[j]) / (h * h), now[4 + j], 1e-3);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {Throws.NEAR, 2, Throws.FAR})
  void thePlanIsRightInAWorldWithoutDrag(double distance) {
    ThrowPlan plan = new ThrowPlan();
    assertEquals(distance, plan.landing(plan.scale(distance)), 1e-4);
  }

  @ParameterizedTest
  @EnumSource
  void theSameSeedThrowsTheSameAndNoCommandLeavesItsLimit(Teachers who) {
    ThrowTrial trial = new ThrowTrial(100);
    ThrowOutcome one = trial.run(who, 900, some -> {});
    ThrowOutcome two = trial.run(who, 900, some -> {});
    assertArrayEquals(one.miss(), two.miss());
    assertTrue(one.largestCommand() <= 1, who + " " + one.largestCommand());
  }

  @Test
  void whoMeasuresTheArmFirstHasFewerThrows() {
    ThrowOutcome error = new ThrowTrial(100).run(Teachers.ERROR, 900, some -> {});
    long missed = Arrays.stream(error.miss()).filter(Double::isNaN).count();
    assertEquals(Math.ceilDiv(1250, ThrowingArm.ticks()), missed, "2.5 s of measuring");
  }

  @Test
  void bothTeachersTogetherThrowBetterThanEither() {
    ThrowTrial trial = new ThrowTrial(500);
    double both = trial.run(Teachers.BOTH, 903, some -> {}).hits();
    double error = trial.run(Teachers.ERROR, 903, some -> {}).hits();
    double reward = trial.run(Teachers.REWARD, 903, some -> {}).hits();
    assertTrue(both > error + .2 && both > reward + .2, both + ", " + error + ", " + reward);
  }

  @ParameterizedTest
  @EnumSource
  void throwsAllocateNothing(Teachers who) {
    ThrowingArm arm = new ThrowingArm(new Ball(.057, 0));
    Thrower thrower = new Throwers(ThrowSettings.FROZEN, new Chance(1)).of(who, arm);
    thrower.prepare();
    assertEquals(0, leastBytes(() -> thrower.at(2, true)), who.toString());
  }

  private static long leastBytes(Runnable some) {
    com.sun.management.ThreadMXBean threads =
        (com.sun.management.ThreadMXBean) java.lang.management.ManagementFactory.getThreadMXBean();
    long least = Long.MAX_VALUE;
    for (int i = 0; i < 20; i++) {
      long before = threads.getCurrentThreadAllocatedBytes();
      some.run();
      least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
    }
    return least;
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 80, 110})
  void oddNumbersOfThrowsAreRefused(int count) {
    assertThrows(IllegalArgumentException.class, () -> new ThrowTrial(count));
  }
}
