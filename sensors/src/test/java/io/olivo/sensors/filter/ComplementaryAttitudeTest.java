package io.olivo.sensors.filter;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.olivo.sensors.filter.ComplementaryAttitude.Axis;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ComplementaryAttitudeTest {
  private static final double DT = .002;
  private static final double TAU = .5;
  private static final double G = Turning.G;

  private final double[] out = new double[1];

  /** The body turns about one axis; which acceleration that is follows from its quaternion. */
  @ParameterizedTest
  @EnumSource(Axis.class)
  void itFollowsABodyThatTurnsRoundAndRoundAboutItsAxis(Axis axis) {
    ComplementaryAttitude filter = new ComplementaryAttitude(axis, TAU, DT);
    Turning body = new Turning();
    int about = axis == Axis.X ? 0 : 1;
    double angle = 0;
    for (int t = 0; t < 5000; t++) {
      body.rate[about] = 3 * Math.sin(t * DT) + 1;
      angle += body.rate[about] * DT;
      body.turn(DT);
      double[] a = body.gravity();
      filter.next(new double[] {body.rate[about], a[1 - about], a[2]}, 1, out);
      assertEquals(0, Math.IEEEremainder(out[0] - angle, 2 * Math.PI), 1e-9);
    }
    assertTrue(angle > 6, "it went round");
  }

  @Test
  void itStartsAtTheTiltOfTheFirstAcceleration() {
    ComplementaryAttitude filter = new ComplementaryAttitude(Axis.X, TAU, DT);
    filter.next(new double[] {0, G * Math.sin(.7), G * Math.cos(.7)}, 1, out);
    assertEquals(.7, out[0], 1e-12);
  }

  @Test
  void aTiltThatIsWrongIsForgottenWithItsTimeConstant() {
    ComplementaryAttitude filter = new ComplementaryAttitude(Axis.X, TAU, DT);
    filter.recall(new double[] {1, 1});
    for (int t = 0; t < 250; t++) {
      filter.next(new double[] {0, 0, G}, 1, out);
    }
    assertEquals(Math.exp(-1), out[0], .001);
  }

  @Test
  void anOffsetOfTheGyroscopeTiltsItByTheTimeConstant() {
    ComplementaryAttitude filter = new ComplementaryAttitude(Axis.X, TAU, DT);
    for (int t = 0; t < 5000; t++) {
      filter.next(new double[] {.02, 0, G}, 1, out);
    }
    assertEquals(.02 * TAU, out[0], 1e-6);
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "20, 0", "3, 3", "0, 15"})
  void aPushOrAFallTellsNothingOfTheTilt(double across, double up) {
    ComplementaryAttitude filter = new ComplementaryAttitude(Axis.X, TAU, DT);
    filter.next(new double[] {0, 0, G}, 1, out);
    for (int t = 0; t < 500; t++) {
      filter.next(new double[] {1, across, up}, 1, out);
    }
    assertEquals(1, out[0], 1e-9);
  }

  @Test
  void beforeGravityWasFeltThereIsNoTilt() {
    ComplementaryAttitude filter = new ComplementaryAttitude(Axis.X, TAU, DT);
    filter.next(new double[] {1, 0, 0}, 1, out);
    assertTrue(Double.isNaN(out[0]));
  }

  @Test
  void recalledItGoesOnAndResetItStartsAnew() {
    ComplementaryAttitude filter = new ComplementaryAttitude(Axis.X, TAU, DT);
    double[] in = {1, 2, 9};
    filter.next(new double[] {0, 0, G}, 1, out);
    filter.next(in, 3, out);
    double[] memory = filter.memory();
    ComplementaryAttitude other = new ComplementaryAttitude(Axis.X, TAU, DT);
    other.recall(memory);
    double[] same = new double[1];
    filter.next(in, 1, out);
    other.next(in, 1, same);
    assertArrayEquals(out, same);
    filter.reset();
    filter.next(new double[] {0, 0, G}, 1, out);
    assertEquals(0, out[0]);
  }

  @Test
  void itAllocatesNothing() {
    ComplementaryAttitude filter = new ComplementaryAttitude(Axis.Y, TAU, DT);
    var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    double[] in = {1, 2, 9};
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
  @CsvSource({"-1, .002", "NaN, .002", "1, 0", "1, NaN"})
  void timesThatCannotBeAreRefused(double tau, double dt) {
    assertThrows(IllegalArgumentException.class, () -> new ComplementaryAttitude(Axis.X, tau, dt));
  }
}
