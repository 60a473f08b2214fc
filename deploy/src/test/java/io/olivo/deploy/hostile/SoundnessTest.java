package io.olivo.deploy.hostile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;

import io.olivo.learning.Learner;
import io.olivo.learning.snapshot.StateWriter;
import org.junit.jupiter.api.Test;

class SoundnessTest {
  private static final double[][] GOOD = {{2, 1}, {1, 2}};

  private static Soundness of(String name, double[][] covariance) {
    Learner learner = mock(Learner.class);
    doAnswer(
            call -> {
              StateWriter out = call.getArgument(0);
              out.put("weights.products.0", new double[] {-3, 2});
              out.put("rls.0.covariance", GOOD);
              out.put(name, covariance);
              return null;
            })
        .when(learner)
        .save(any());
    return Soundness.of(learner);
  }

  @Test
  void everyBlockOfTheCovarianceIsLookedAt() {
    Soundness sound = of("rls.1.covariance", GOOD);
    assertTrue(sound.symmetric() && sound.definite() && sound.finite());
    assertEquals(.75, sound.smallestPivot(), 1e-12);
    assertEquals(3, sound.largestWeight());
    assertFalse(of("rls.1.covariance", new double[][] {{2, 1}, {1.5, 2}}).symmetric());
    assertFalse(of("rls.1.covariance", new double[][] {{1, 2}, {2, 1}}).definite());
  }

  @Test
  void oneCovarianceIsLookedAt() {
    assertFalse(of("rls.covariance", new double[][] {{1, 2}, {2, 1}}).definite());
  }

  @Test
  void numberThatIsNotFiniteIsFound() {
    assertFalse(of("bank.power", new double[][] {{1, Double.NaN}}).finite());
  }
}
