package io.olivo.deploy.record;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class StreamScoreTest {
  private static final double[] CAME = {1, 2, 3, 4, 1e6, 1e6 + 2};

  @Test
  void predictingTheMeanEarnsOne() {
    StreamScore score = new StreamScore(1, 0);
    for (double y : new double[] {1, 2, 3, 4}) {
      score.add(new double[] {2.5}, new double[] {y});
    }
    assertEquals(1, score.whole()[0], 1e-12);
  }

  @Test
  void theLastPartIsJudgedAgainstTheVarianceOfTheWholeFile() {
    StreamScore score = new StreamScore(1, 3);
    for (double y : new double[] {1, 2, 3, 4}) { // variance 1.25
      score.add(new double[] {y < 4 ? 0 : 3}, new double[] {y});
    }
    assertEquals((1 + 4 + 9 + 1) / 4.0 / 1.25, score.whole()[0], 1e-12);
    assertEquals(1 / 1.25, score.last()[0], 1e-12);
  }

  @Test
  void aLargeOffsetDoesNotSpoilTheVariance() {
    StreamScore score = new StreamScore(1, 0);
    for (int n = 0; n < 1000; n++) {
      score.add(new double[] {1e9}, new double[] {1e9 + (n % 2 == 0 ? 1 : -1)});
    }
    assertEquals(1, score.whole()[0], 1e-6);
  }

  @Test
  void anOutputThatNeverChangesHasNoScoreAndDoesNotCountInTheMean() {
    StreamScore score = new StreamScore(2, 0);
    for (double y : CAME) {
      score.add(new double[] {y, 0}, new double[] {y, 7});
    }
    assertArrayEquals(new double[] {0, Double.NaN}, score.whole());
    assertEquals(0, StreamScore.overall(score.whole()));
    assertTrue(Double.isNaN(StreamScore.overall(new double[0])));
  }
}
