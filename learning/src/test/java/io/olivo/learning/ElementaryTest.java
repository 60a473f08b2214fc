package io.olivo.learning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/**
 * Our functions against the reference implementation of the platform, in units of the last place.
 */
class ElementaryTest {
  private static final int ARGUMENTS = 1_000_000; // more do not find a larger error
  private final Chance chance = new Chance(1);

  /** Largest error over random arguments [ulp]. */
  private double worst(
      DoubleUnaryOperator ours, DoubleUnaryOperator theirs, double low, double high) {
    double worst = 0;
    for (int i = 0; i < ARGUMENTS; i++) {
      double x = chance.uniform(low, high);
      worst = Math.max(worst, ulps(ours.applyAsDouble(x), theirs.applyAsDouble(x)));
    }
    return worst;
  }

  /** The same over arguments of every size: 10 to a uniform power. */
  private double worstOfAllSizes(
      DoubleUnaryOperator ours, DoubleUnaryOperator theirs, double lowPower, double highPower) {
    double worst = 0;
    for (int i = 0; i < ARGUMENTS; i++) {
      double size = StrictMath.pow(10, chance.uniform(lowPower, highPower));
      double x = chance.uniform() < .5 ? -size : size;
      worst = Math.max(worst, ulps(ours.applyAsDouble(x), theirs.applyAsDouble(x)));
    }
    return worst;
  }

  private static double ulps(double ours, double theirs) {
    return Math.abs(ours - theirs) / Math.ulp(theirs);
  }

  private static void assertWithin(double ulps, double measured) {
    assertTrue(measured <= ulps, "error of " + measured + " ulp, promised " + ulps);
  }

  @Test
  void sineStaysWithinItsPromiseUpToAMillionRadians() {
    assertWithin(2, worst(Elementary::sin, StrictMath::sin, -10, 10));
    assertWithin(2, worst(Elementary::sin, StrictMath::sin, -1e6, 1e6));
    assertWithin(2, worstOfAllSizes(Elementary::sin, StrictMath::sin, -12, 6));
  }

  @Test
  void cosineStaysWithinItsPromiseUpToAMillionRadians() {
    assertWithin(2, worst(Elementary::cos, StrictMath::cos, -10, 10));
    assertWithin(2, worst(Elementary::cos, StrictMath::cos, -1e6, 1e6));
    assertWithin(2, worstOfAllSizes(Elementary::cos, StrictMath::cos, -12, 6));
  }

  @Test
  void sineAndCosineStayWithinTheirPromiseAtTheirZeros() {
    double worst = 0;
    for (int n = 1; n < 600_000; n++) {
      double x = n * (StrictMath.PI / 2); // rounded, so never a true zero
      worst = Math.max(worst, ulps(Elementary.sin(x), StrictMath.sin(x)));
      worst = Math.max(worst, ulps(Elementary.cos(x), StrictMath.cos(x)));
    }
    assertWithin(2, worst);
  }

  @Test
  void beyondAMillionRadiansSineAndCosineAreStillSineAndCosineOfSomeAngle() {
    for (double x : new double[] {1e7, -3e9, 1e15, Double.MAX_VALUE}) {
      double sin = Elementary.sin(x);
      double cos = Elementary.cos(x);
      assertEquals(1, sin * sin + cos * cos, 1e-12, "at " + x);
    }
  }

  @Test
  void exponentialStaysWithinItsPromiseOverTheWholeRange() {
    assertWithin(2, worst(Elementary::exp, StrictMath::exp, -5, 5));
    assertWithin(2, worst(Elementary::exp, StrictMath::exp, -708, 709.7));
    assertWithin(2, worst(Elementary::exp, StrictMath::exp, 709, 709.782));
    assertWithin(2, worst(Elementary::exp, StrictMath::exp, -745.13, -708)); // subnormal
    assertWithin(2, worstOfAllSizes(Elementary::exp, StrictMath::exp, -18, 2));
  }

  @Test
  void exponentialEndsWhereDoublesEnd() {
    assertEquals(Double.POSITIVE_INFINITY, Elementary.exp(709.79));
    assertEquals(Double.POSITIVE_INFINITY, Elementary.exp(Double.POSITIVE_INFINITY));
    assertEquals(Double.MIN_VALUE, Elementary.exp(-745.1));
    assertEquals(0, Elementary.exp(-745.2));
    assertEquals(0, Elementary.exp(-1e9));
    assertEquals(0, Elementary.exp(Double.NEGATIVE_INFINITY));
    assertEquals(1, Elementary.exp(0));
  }

  @Test
  void hyperbolicTangentStaysWithinItsPromiseSmallAndLarge() {
    assertWithin(4, worst(Elementary::tanh, StrictMath::tanh, -1, 1));
    assertWithin(4, worst(Elementary::tanh, StrictMath::tanh, -25, 25));
    assertWithin(4, worst(Elementary::tanh, StrictMath::tanh, .15, .2)); // around the seam
    assertWithin(4, worstOfAllSizes(Elementary::tanh, StrictMath::tanh, -12, 2));
  }

  @Test
  void hyperbolicTangentIsOddAndSaturatesExactly() {
    assertEquals(1, Elementary.tanh(22));
    assertEquals(-1, Elementary.tanh(-1e300));
    assertEquals(1, Elementary.tanh(Double.POSITIVE_INFINITY));
    assertEquals(-1, Elementary.tanh(Double.NEGATIVE_INFINITY));
    for (int i = 0; i < 1000; i++) {
      double x = chance.uniform(0, 25);
      assertEquals(-Elementary.tanh(x), Elementary.tanh(-x));
    }
  }

  @Test
  void arcTangentStaysWithinItsPromiseInAllQuadrants() {
    assertWithin(4, worstOfPoints(Elementary::atan2, StrictMath::atan2, 0));
    assertWithin(4, worstOfPoints(Elementary::atan2, StrictMath::atan2, 6)); // near the axes
  }

  private double worstOfPoints(
      DoubleBinaryOperator ours, DoubleBinaryOperator theirs, double spread) {
    double worst = 0;
    for (int i = 0; i < ARGUMENTS; i++) {
      double y = chance.uniform(-1, 1) * StrictMath.pow(10, chance.uniform(-spread, spread));
      double x = chance.uniform(-1, 1);
      worst = Math.max(worst, ulps(ours.applyAsDouble(y, x), theirs.applyAsDouble(y, x)));
    }
    return worst;
  }

  @Test
  void arcTangentKnowsTheAxes() {
    assertEquals(0, Elementary.atan2(0, 0));
    assertEquals(0, Elementary.atan2(0, 1));
    assertEquals(StrictMath.PI, Elementary.atan2(0, -1));
    assertEquals(StrictMath.PI / 2, Elementary.atan2(1, 0));
    assertEquals(-StrictMath.PI / 2, Elementary.atan2(-1, 0));
  }

  @Test
  void arcCosineStaysWithinItsPromise() {
    assertWithin(6, worst(Elementary::acos, StrictMath::acos, -1, 1));
    assertWithin(6, worst(Elementary::acos, StrictMath::acos, .999999, 1));
    assertWithin(6, worst(Elementary::acos, StrictMath::acos, -1, -.999999));
    assertEquals(0, Elementary.acos(1));
    assertEquals(StrictMath.PI, Elementary.acos(-1));
    assertEquals(Double.NaN, Elementary.acos(1.001));
    assertEquals(Double.NaN, Elementary.acos(-1.001));
  }

  @Test
  void notANumberStaysNotANumber() {
    assertEquals(Double.NaN, Elementary.sin(Double.NaN));
    assertEquals(Double.NaN, Elementary.cos(Double.NaN));
    assertEquals(Double.NaN, Elementary.exp(Double.NaN));
    assertEquals(Double.NaN, Elementary.tanh(Double.NaN));
    assertEquals(Double.NaN, Elementary.acos(Double.NaN));
    assertEquals(Double.NaN, Elementary.atan2(Double.NaN, 1));
    assertEquals(Double.NaN, Elementary.atan2(1, Double.NaN));
    assertEquals(Double.NaN, Elementary.sin(Double.POSITIVE_INFINITY));
    assertEquals(Double.NaN, Elementary.cos(Double.NEGATIVE_INFINITY));
  }
}
