package io.olivo.controller.reference;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ReferenceTest {
  private static final double DT = .002;
  private static final long DT_NANOS = 2_000_000;
  private static final double HOLD = .1; // s
  private static final double EASE = 1; // s

  /** 1 + .5 sin 3t. */
  private static final Trajectory WAVE =
      new Trajectory() {
        @Override
        public int joints() {
          return 1;
        }

        @Override
        public void at(double seconds, double[] position) {
          assertTrue(seconds >= 0, "asked for a time before the trajectory: " + seconds);
          position[0] = 1 + .5 * StrictMath.sin(3 * seconds);
        }
      };

  private final double[] desired = new double[3];

  private Reference begun(double pose, double ease) {
    Reference reference = new Reference(WAVE, DT, HOLD, ease);
    reference.beginAt(0, pose);
    reference.at(0, desired);
    return reference;
  }

  /** Released at the tick where the hold is over. */
  private Reference released(double pose, double ease) {
    Reference reference = begun(pose, ease);
    reference.release(50 * DT_NANOS);
    return reference;
  }

  private double[] at(Reference reference, long tick) {
    reference.at(tick * DT_NANOS, desired);
    return desired.clone();
  }

  @Test
  void beginsAtTheMeasuredPoseAndHoldsItUntilItIsReleased() {
    Reference reference = new Reference(WAVE, DT, HOLD, EASE);
    assertTrue(reference.needsPose());
    reference.beginAt(0, -.7);
    assertArrayEquals(new double[] {-.7, 0, 0}, at(reference, 0));
    assertFalse(reference.needsPose());
    assertArrayEquals(new double[] {-.7, 0, 0}, at(reference, 10_000));
    assertEquals(-1, reference.seconds(20_000_000_000L), "20 s, but never released");
  }

  @Test
  void cannotBeReleasedBeforeTheShortestHoldIsOver() {
    Reference reference = begun(0, EASE);
    reference.release(49 * DT_NANOS);
    assertEquals(-1, reference.seconds(49 * DT_NANOS));
    reference.release(50 * DT_NANOS); // .1 s
    assertEquals(0, reference.seconds(50 * DT_NANOS));
    reference.release(80 * DT_NANOS); // too late to change anything
    assertEquals(50 * DT, reference.seconds(100 * DT_NANOS), 1e-12);
  }

  @Test
  void nothingJumpsFromTheHoldToTheTrajectory() {
    Reference reference = released(-.7, EASE);
    double before = -.7;
    double rateBefore = 0;
    for (int t = 50; t < 1000; t++) {
      double[] now = at(reference, t);
      // at most 1.7 rad * 1.875 /s + 1.5 rad/s: one tick of that
      assertEquals(before, now[0], 5 * DT, "position at tick " + t);
      // at most 1.7 rad * 5.78 /s^2 + 2 * 1.5 * 1.875 /s + 4.5 rad/s^2: one tick of that
      assertEquals(rateBefore, now[1], 20 * DT, "velocity at tick " + t);
      before = now[0];
      rateBefore = now[1];
    }
  }

  @Test
  void afterTheEasingItIsTheTrajectory() {
    Reference reference = released(-.7, EASE);
    for (int t = 50 + 502; t < 2000; t++) {
      double[] now = at(reference, t);
      assertEquals(1 + .5 * StrictMath.sin(3 * (t - 50) * DT), now[0], 1e-12);
    }
  }

  @Test
  void velocityAndAccelerationAreExactlyTheCentralDifferencesOfTheGrid() {
    Reference reference = released(1, 0);
    for (int t = 60; t < 500; t++) {
      double[] now = at(reference, t);
      double[] q = new double[5];
      for (int i = 0; i < 5; i++) {
        q[i] = 1 + (1 + .5 * StrictMath.sin(3 * ((t - 50 + i - 2) * DT)) - 1) * 1;
      }
      assertEquals((q[3] - q[1]) / (2 * DT), now[1]);
      assertEquals((q[4] - 2 * q[2] + q[0]) / (4 * DT * DT), now[2]);
    }
  }

  @Test
  void differencesAreTheDerivativesUpToTheSquareOfTheTick() {
    Reference reference = released(1, 0);
    double[] now = at(reference, 50 + 300);
    double phase = 3 * 300 * DT;
    assertEquals(1.5 * StrictMath.cos(phase), now[1], 13.5 / 6 * DT * DT + 1e-9);
    assertEquals(-4.5 * StrictMath.sin(phase), now[2], 40.5 / 3 * DT * DT + 1e-6);
  }

  @Test
  void skippedTicksGiveTheSameAsTicksInARow() {
    Reference all = released(-.2, EASE);
    Reference some = released(-.2, EASE);
    for (int t = 50; t < 1200; t++) {
      double[] now = at(all, t);
      if (t % 7 == 0 || t % 11 < 2) {
        assertArrayEquals(now, at(some, t), "tick " + t);
      }
    }
  }

  @Test
  void sameTickTwiceIsTheSame() {
    Reference reference = released(-.2, EASE);
    assertArrayEquals(at(reference, 200), at(reference, 200));
  }

  @Test
  void ticksThatJitterStayOnTheGrid() {
    Reference reference = released(-.2, EASE);
    double[] exact = at(reference, 300);
    reference.at(300 * DT_NANOS + 300_000, desired); // .3 ms late, less than half a tick
    assertArrayEquals(exact, desired);
  }

  @Test
  void restartBeginsAnewAtTheNextPose() {
    Reference reference = released(-.2, EASE);
    at(reference, 900);
    reference.restart();
    assertTrue(reference.needsPose());
    reference.beginAt(0, .4);
    assertArrayEquals(new double[] {.4, 0, 0}, at(reference, 0));
    reference.release(50 * DT_NANOS);
    assertEquals(.4, at(reference, 50)[0], 1e-5, "from the new pose, not from the old window");
  }

  private static void assertSmooth(double[][] path, double mostRate, double mostAcceleration) {
    for (int t = 1; t < path.length; t++) {
      double step = path[t][0] - path[t - 1][0];
      assertTrue(Math.abs(step) <= mostRate * DT, "position jumps at " + t + ": " + step);
      double change = path[t][1] - path[t - 1][1];
      assertTrue(Math.abs(change) <= mostAcceleration * DT, "velocity jumps at " + t);
    }
  }

  @Test
  void anotherTrajectoryIsTakenOverWhileItMovesAndNothingJumps() {
    Reference reference = released(.3, EASE);
    double[][] path = new double[3000][];
    for (int t = 0; t < path.length; t++) {
      if (t == 1000) {
        reference.follow(new Handover(new Hold(-1), EASE));
      }
      if (t == 1200) { // before the first is over
        reference.follow(new Handover(new Hold(2), EASE));
      }
      path[t] = at(reference, 50 + t);
    }
    assertSmooth(path, 8, 40);
    assertEquals(2, path[2999][0], 1e-12);
    assertEquals(0, path[2999][1], 1e-9);
    double[] wave = new double[1];
    WAVE.at(1190 * DT, wave);
    assertTrue(path[1190][0] < wave[0] - .2, "it was on its way to -1");
  }

  @Test
  void afterARestartOnlyTheNewTrajectoryIsFollowed() {
    Reference reference = released(.3, 0);
    at(reference, 60);
    reference.follow(new Handover(new Hold(-1), EASE));
    at(reference, 70);
    reference.restart();
    reference.beginAt(0, .5);
    at(reference, 100);
    reference.release(200 * DT_NANOS);
    assertEquals(-1, at(reference, 300)[0], 1e-12);
  }
}
