package io.olivo.controller.reference;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.olivo.learning.Chance;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TrajectoriesTest {
  private static double[] at(Trajectory trajectory, double seconds) {
    double[] position = new double[trajectory.joints()];
    trajectory.at(seconds, position);
    return position;
  }

  static List<Trajectory> benchArms() {
    return List.of(
        new Figure8(),
        new Reach(new Chance(1)),
        Sines.ofBenchArm(new Chance(2)),
        new Mixed(
            List.of(new Figure8(), new Reach(new Chance(3)), Sines.ofBenchArm(new Chance(4)))));
  }

  @ParameterizedTest
  @MethodSource("benchArms")
  void nothingJumpsWithinFiveMinutes(Trajectory trajectory) {
    double dt = .002;
    double[] before = at(trajectory, 0);
    for (int t = 1; t < 150_000; t++) {
      double[] now = at(trajectory, t * dt);
      for (int j = 0; j < 2; j++) {
        // fastest reach: 1.4 rad * 1.875 / .5 s = 5.3 rad/s; blending adds at most 3 rad/s
        assertEquals(before[j], now[j], 9 * dt, "joint " + j + " at " + t * dt + " s");
      }
      before = now;
    }
  }

  @Test
  void handDrawsTheFigureOfEight() {
    Figure8 figure = new Figure8();
    double omega = 2 * StrictMath.PI / 2.5;
    for (int t = 0; t < 2500; t++) {
      double seconds = t * .001;
      double[] q = at(figure, seconds);
      double both = q[0] + q[1];
      double x = .3 * StrictMath.sin(q[0]) + .3 * StrictMath.sin(both); // forward kinematics
      double y = -.3 * StrictMath.cos(q[0]) - .3 * StrictMath.cos(both);
      assertEquals(.28 + .13 * StrictMath.sin(omega * seconds), x, 1e-12);
      assertEquals(-.28 + .09 * StrictMath.sin(2 * omega * seconds), y, 1e-12);
      assertTrue(q[1] > 0, "the elbow never bends the other way");
    }
  }

  @Test
  void reachBeginsAtHomeAndRestsAtTargetsInsideTheirRanges() {
    Reach reach = new Reach(new Chance(5));
    assertArrayEquals(new double[] {.3, 1}, at(reach, 0));
    int rests = 0;
    double[] before = at(reach, 0);
    for (int t = 1; t < 50_000; t++) { // 100 s
      double[] now = at(reach, t * .002);
      if (now[0] == before[0] && now[1] == before[1]) {
        rests++;
        assertTrue(now[0] >= -.1 && now[0] < 1.2, "q1 rests at " + now[0]);
        assertTrue(now[1] >= .3 && now[1] < 1.7, "q2 rests at " + now[1]);
      }
      before = now;
    }
    // .15 s of rest in every .85 s on average
    assertEquals(.15 / .85, rests / 50_000.0, .02);
  }

  @Test
  void reachGoesRoundWithoutAJump() {
    Reach reach = new Reach(new Chance(6));
    Chance same = new Chance(6);
    double round = 0;
    double[] last = new double[2];
    double[] first = new double[2];
    double firstDuration = 0;
    for (int i = 0; i < 4096; i++) {
      last[0] = same.uniform(-.1, 1.2);
      last[1] = same.uniform(.3, 1.7);
      double duration = same.uniform(.5, .9);
      round += duration + .15;
      if (i == 0) {
        first = last.clone();
        firstDuration = duration;
      }
    }
    assertArrayEquals(last, at(reach, round - .01), 1e-9, "rests at the last target");
    assertArrayEquals(last, at(reach, round + 1e-6), 1e-9, "and sets out from there");
    assertArrayEquals(first, at(reach, round + firstDuration + .05), 1e-9);
  }

  @Test
  void noiseOfTheArmHasTheRmsOfTheBench() {
    Sines noise = Sines.ofBenchArm(new Chance(7));
    double[] square = new double[2];
    int samples = 200_000; // 2000 s: many periods of the slowest beat
    for (int t = 0; t < samples; t++) {
      double[] q = at(noise, t * .01);
      square[0] += (q[0] - .5) * (q[0] - .5);
      square[1] += (q[1] - 1) * (q[1] - 1);
    }
    assertEquals(.55 / 1.6, Math.sqrt(square[0] / samples), .01);
    assertEquals(.6 / 1.6, Math.sqrt(square[1] / samples), .01);
  }

  @Test
  void sinesOfTheCartHaveTheAmplitudeOfTheBench() {
    Sines sines = Sines.ofBenchCart(1, new Chance(8));
    double square = 0;
    int samples = 200_000;
    for (int t = 0; t < samples; t++) {
      double q = at(sines, t * .01)[0];
      square += q * q;
      assertTrue(Math.abs(q) <= 8 * .35 / 4);
    }
    assertEquals(.35 / 4 * Math.sqrt(8 / 2.0), Math.sqrt(square / samples), .01);
  }

  @Test
  void mixedTakesTenSecondsOfEachInTurnAndBlendsForOne() {
    Mixed mixed = new Mixed(List.of(new Hold(1), new Hold(5)));
    assertEquals(1, at(mixed, .5)[0], "nothing to blend from at the start");
    assertEquals(1, at(mixed, 9.999)[0]);
    assertEquals(1, at(mixed, 10)[0], 1e-12);
    assertEquals(3, at(mixed, 10.5)[0], 1e-12, "half of the minimum-jerk curve is a half");
    assertEquals(5, at(mixed, 11)[0], 1e-12);
    assertEquals(5, at(mixed, 19.999)[0]);
    assertEquals(3, at(mixed, 20.5)[0], 1e-12);
    assertEquals(1, at(mixed, 21)[0], 1e-12);
  }

  @Test
  void minimumJerkIsAtRestAtBothEndsAndStaysThere() {
    assertEquals(0, MinimumJerk.at(-1));
    assertEquals(0, MinimumJerk.at(0));
    assertEquals(1, MinimumJerk.at(1));
    assertEquals(1, MinimumJerk.at(2));
    double h = 1e-4;
    assertEquals(0, (MinimumJerk.at(h) - MinimumJerk.at(0)) / h, 1e-6);
    assertEquals(0, (MinimumJerk.at(1) - MinimumJerk.at(1 - h)) / h, 1e-6);
    assertEquals(1.875, (MinimumJerk.at(.5 + h) - MinimumJerk.at(.5 - h)) / (2 * h), 1e-6);
  }
}
