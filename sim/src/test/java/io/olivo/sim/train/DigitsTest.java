package io.olivo.sim.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class DigitsTest {
  private final Samples samples = Digits.samples(1);
  private final Samples.Part train = samples.train();

  @Test
  void sameSeedGivesTheSameBits() {
    assertSame(samples.train(), Digits.samples(1).train());
    assertSame(samples.test(), Digits.samples(1).test());
    assertFalse(Arrays.equals(train.x(0), Digits.samples(2).train().x(0)));
  }

  private static void assertSame(Samples.Part expected, Samples.Part actual) {
    for (int row = 0; row < expected.size(); row++) {
      assertArrayEquals(expected.x(row), actual.x(row));
      assertEquals(expected.label(row), actual.label(row));
    }
  }

  @Test
  void everyDigitIsAboutATenth() {
    int[] count = new int[10];
    for (int row = 0; row < train.size(); row++) {
      count[train.label(row)]++;
    }
    int deviation = 14; // sqrt(2000 .1 .9)
    for (int one : count) {
      assertEquals(train.size() / 10, one, 4 * deviation);
    }
    assertEquals(1000, samples.test().size());
  }

  @Test
  void inputsHaveMeanZeroAndDeviationOne() {
    double sum = 0;
    double squares = 0;
    for (int row = 0; row < train.size(); row++) {
      for (float pixel : train.x(row)) {
        sum += pixel;
        squares += pixel * pixel;
      }
    }
    double pixels = train.size() * 64.0;
    assertEquals(0, sum / pixels, .02);
    assertEquals(1, squares / pixels, .03);
  }

  /** Whoever only remembers each digit's mean image must be right more often than by chance. */
  @Test
  void nearestMeanImageTellsManyDigitsButFarFromAll() {
    double[][] mean = means();
    int right = 0;
    for (int row = 0; row < samples.test().size(); row++) {
      right += nearest(samples.test().x(row), mean) == samples.test().label(row) ? 1 : 0;
    }
    double share = (double) right / samples.test().size();
    assertTrue(share > .5 && share < .9, "right: " + share);
  }

  private double[][] means() {
    double[][] mean = new double[10][64];
    int[] count = new int[10];
    for (int row = 0; row < train.size(); row++) {
      int label = train.label(row);
      count[label]++;
      for (int i = 0; i < 64; i++) {
        mean[label][i] += (train.x(row)[i] - mean[label][i]) / count[label];
      }
    }
    return mean;
  }

  private static int nearest(float[] x, double[][] mean) {
    int best = 0;
    for (int k = 1; k < mean.length; k++) {
      best = distance(x, mean[k]) < distance(x, mean[best]) ? k : best;
    }
    return best;
  }

  private static double distance(float[] x, double[] mean) {
    double sum = 0;
    for (int i = 0; i < mean.length; i++) {
      sum += (x[i] - mean[i]) * (x[i] - mean[i]);
    }
    return sum;
  }

  @Test
  void pixelsDistanceIsToTheNearestPointOfTheNearestLine() {
    Sheet sheet = new Sheet(4);
    sheet.draw(new double[] {.5, .5, 2.5, .5, 2.5, 2.5});
    assertEquals(0, sheet.squaredDistance(1), "on the first line");
    assertEquals(1, sheet.squaredDistance(3), "right of the corner");
    assertEquals(1, sheet.squaredDistance(5), "below the first, left of the second line");
    assertEquals(1 + 1, sheet.squaredDistance(15), "beyond the end, at an angle");
    sheet.draw(new double[] {3.5, 3.5, 3.5, 3.5});
    assertEquals(0, sheet.squaredDistance(15), "a point is a line too");
    sheet.clear();
    assertEquals(Double.POSITIVE_INFINITY, sheet.squaredDistance(0));
  }
}
