package io.olivo.sensors.filter;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MadgwickAttitudeTest {
  private static final double DT = .002;
  private static final double DEGREE = Math.PI / 180;

  private final MadgwickAttitude filter = new MadgwickAttitude(.05, DT);
  private final Turning body = new Turning();
  private final double[] out = new double[6];
  private final double[] offset = new double[3]; // of the gyroscope

  private void sample(int ticks) {
    double[] a = body.gravity();
    double[] in = new double[6];
    for (int i = 0; i < 3; i++) {
      in[i] = body.rate[i] + offset[i];
      in[3 + i] = a[i];
    }
    filter.next(in, ticks, out);
  }

  private void tumble(int ticks, long seed) {
    SplittableRandom chance = new SplittableRandom(seed);
    for (int t = 0; t < ticks; t++) {
      body.push(chance);
      body.turn(DT);
      sample(1);
    }
  }

  @ParameterizedTest
  @CsvSource({"0, 0, 1", "0, 0, -1", "1, 0, 0", "0, -1, 0", ".6, .8, 0", "-.3, .2, -.93273791"})
  void itStartsAtTheTiltOfTheFirstAcceleration(double x, double y, double z) {
    filter.next(new double[] {0, 0, 0, 3 * x, 3 * y, 3 * z}, 1, out);
    double[] up = {
      2 * (out[1] * out[3] - out[0] * out[2]),
      2 * (out[0] * out[1] + out[2] * out[3]),
      1 - 2 * (out[1] * out[1] + out[2] * out[2])
    };
    assertArrayEquals(new double[] {x, y, z}, up, 1e-8);
  }

  @Test
  void startedUpsideDownItTurnsAsWell() {
    double[] in = {.7, 0, 0, 0, 0, -Turning.G};
    filter.next(in, 1, out);
    assertEquals(Math.PI, Math.abs(out[4]), 1e-12);
    in[5] = 0; // let go
    filter.next(in, 500, out);
    assertEquals(Math.PI - .7, Math.abs(out[4]), 1e-5);
  }

  @Test
  void beforeGravityWasFeltThereIsNoAttitude() {
    filter.next(new double[] {1, 0, 0, 0, 0, 0}, 1, out);
    assertTrue(Double.isNaN(out[0]) && Double.isNaN(out[4]));
  }

  @Test
  void itFollowsABodyThatTumblesWithinADegree() {
    sample(1);
    for (int second = 0; second < 60; second++) {
      tumble(500, second);
      assertTrue(body.tiltError(out) < DEGREE, "after " + second + " s");
    }
  }

  @Test
  void itsLengthIsOneAndRollAndPitchAreThoseOfItsQuaternion() {
    tumble(5000, 3);
    double square = out[0] * out[0] + out[1] * out[1] + out[2] * out[2] + out[3] * out[3];
    assertEquals(1, square, 1e-12);
    double[] up = {
      -Math.sin(out[5]), Math.cos(out[5]) * Math.sin(out[4]), Math.cos(out[5]) * Math.cos(out[4])
    };
    assertEquals(2 * (out[1] * out[3] - out[0] * out[2]), up[0], 1e-9);
    assertEquals(2 * (out[0] * out[1] + out[2] * out[3]), up[1], 1e-9);
    assertEquals(1 - 2 * (out[1] * out[1] + out[2] * out[2]), up[2], 1e-9);
  }

  @Test
  void anOffsetOfTheGyroscopeWithinItsErrorTiltsItLittleAndWithoutGravityAlways() {
    offset[0] = .03;
    offset[1] = -.02;
    sample(1);
    tumble(30_000, 5);
    assertTrue(body.tiltError(out) < 3 * DEGREE, body.tiltError(out) / DEGREE + " degrees");
    MadgwickAttitude gyroscopeOnly = new MadgwickAttitude(0, DT);
    double[] alone = new double[6];
    for (int t = 0; t < 30_000; t++) {
      gyroscopeOnly.next(new double[] {.03, 0, 0, 0, 0, Turning.G}, 1, alone);
    }
    assertEquals(.03 * 29_999 * DT, alone[4], 1e-6);
  }

  @Test
  void fromAWrongTiltItComesBackAtTheRateOfBeta() {
    filter.recall(new double[] {Math.cos(.25), Math.sin(.25), 0, 0, 1}); // 0.5 rad about x
    int ticks = 0;
    do {
      sample(1);
      ticks++;
    } while (body.tiltError(out) > .01);
    double perSecond = 2 * Math.sqrt(.75) * .05; // a quaternion turns by half its angle
    assertEquals(
        .49 / perSecond, ticks * DT, .3, "a little slower: some of it goes into its length");
  }

  /** The gradient by matrices, as the report has it, from a random attitude. */
  @Test
  void aStepIsThatOfTheReport() {
    SplittableRandom chance = new SplittableRandom(11);
    for (int i = 0; i < 1000; i++) {
      double[] q = unit(chance, 4);
      double[] a = unit(chance, 3);
      double[] w = unit(chance, 3);
      filter.recall(new double[] {q[0], q[1], q[2], q[3], 1});
      filter.next(new double[] {w[0], w[1], w[2], a[0], a[1], a[2]}, 1, out);
      assertArrayEquals(byMatrices(q, w, a), Arrays.copyOf(out, 4), 1e-12);
    }
  }

  private static double[] unit(SplittableRandom chance, int n) {
    double[] v = chance.doubles(n, -1, 1).toArray();
    return normalised(v);
  }

  private static double[] normalised(double[] v) {
    double square = 0;
    for (double part : v) {
      square += part * part;
    }
    double[] unit = new double[v.length];
    for (int i = 0; i < v.length; i++) {
      unit[i] = v[i] / Math.sqrt(square);
    }
    return unit;
  }

  private static double[] byMatrices(double[] q, double[] w, double[] a) {
    double[] f = {
      2 * (q[1] * q[3] - q[0] * q[2]) - a[0],
      2 * (q[0] * q[1] + q[2] * q[3]) - a[1],
      2 * (.5 - q[1] * q[1] - q[2] * q[2]) - a[2]
    };
    double[][] jacobian = {
      {-2 * q[2], 2 * q[3], -2 * q[0], 2 * q[1]},
      {2 * q[1], 2 * q[0], 2 * q[3], 2 * q[2]},
      {0, -4 * q[1], -4 * q[2], 0}
    };
    double[] gradient = new double[4];
    for (int i = 0; i < 4; i++) {
      for (int k = 0; k < 3; k++) {
        gradient[i] += jacobian[k][i] * f[k];
      }
    }
    double[] e = normalised(gradient);
    double[][] omega = {
      {0, -w[0], -w[1], -w[2]},
      {w[0], 0, w[2], -w[1]},
      {w[1], -w[2], 0, w[0]},
      {w[2], w[1], -w[0], 0}
    };
    double[] next = q.clone();
    for (int i = 0; i < 4; i++) {
      for (int k = 0; k < 4; k++) {
        next[i] += DT * .5 * omega[i][k] * q[k];
      }
      next[i] -= DT * Math.sqrt(.75) * .05 * e[i];
    }
    return normalised(next);
  }

  @Test
  void inFreeFallOnlyTheGyroscopeTurnsIt() {
    sample(1);
    for (int t = 0; t < 500; t++) {
      filter.next(new double[] {1, 0, 0, 0, 0, 0}, 1, out);
    }
    assertEquals(1, out[4], 1e-5);
  }

  @Test
  void afterTicksWithoutASampleItGoesOnAsIfTheyHadBeenTheSame() {
    MadgwickAttitude all = new MadgwickAttitude(.05, DT);
    double[] in = {1, -.5, .2, 1, 2, 9};
    double[] expected = new double[6];
    all.next(in, 1, expected);
    filter.next(in, 1, out);
    for (int t = 0; t < 7; t++) {
      all.next(in, 1, expected);
    }
    filter.next(in, 7, out);
    assertArrayEquals(expected, out);
  }

  @Test
  void resetForgetsAndRecallRemembers() {
    sample(1);
    double[] first = out.clone();
    tumble(100, 1);
    double[] memory = filter.memory();
    MadgwickAttitude other = new MadgwickAttitude(.05, DT);
    other.recall(memory);
    double[] in = {1, 2, 3, 4, 5, 6};
    double[] same = new double[6];
    filter.next(in, 1, out);
    other.next(in, 1, same);
    assertArrayEquals(out, same);
    filter.reset();
    filter.next(new double[] {0, 0, 0, 0, 0, Turning.G}, 1, out);
    assertArrayEquals(first, out);
  }

  @Test
  void itAllocatesNothing() {
    var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    double[] in = {1, -.5, .2, 1, 2, 9};
    for (int t = 0; t < 20_000; t++) {
      filter.next(in, 1, out);
    }
    long before = threads.getCurrentThreadAllocatedBytes();
    for (int t = 0; t < 10_000; t++) {
      filter.next(in, 1, out);
    }
    assertEquals(0, (threads.getCurrentThreadAllocatedBytes() - before) / 10_000);
  }

  @ParameterizedTest
  @CsvSource({"-1, .002", "NaN, .002", "Infinity, .002", ".1, 0", ".1, NaN"})
  void whatCannotBeIsRefused(double error, double dt) {
    assertThrows(IllegalArgumentException.class, () -> new MadgwickAttitude(error, dt));
  }
}
