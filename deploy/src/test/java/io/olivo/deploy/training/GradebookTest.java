package io.olivo.deploy.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.olivo.controller.feedback.Feedback;
import io.olivo.learning.Teaching;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class GradebookTest {
  private double reward;

  /** Tells whatever reward is set. */
  private final class Told implements Feedback {
    @Override
    public int outputs() {
      return 1;
    }

    @Override
    public void command(double[] state, double[] desired, double[] command) {}

    @Override
    public void teach(Teaching teaching) {
      teaching.tellReward(reward);
    }
  }

  private Score graded(OptionalDouble hold, double... rewards) {
    Gradebook book = new Gradebook(new Told(), 10, hold);
    Teaching teaching = new Teaching(1);
    for (double one : rewards) {
      reward = one;
      book.teach(teaching);
    }
    return book.score();
  }

  @Test
  void anEpisodeIsHeldWhenItsLastFifthEarnsEnoughInTheMean() {
    double[] late = {0, 0, 0, 0, 0, 0, 0, 0, .5, 1.5, 0, 0, 0, 0, 0, 0, 0, 0, .5, 1.4};
    Score score = graded(OptionalDouble.of(1), late);
    assertEquals(.5, score.held());
    assertEquals(3.9 / 20, score.reward(), 1e-12);
  }

  @Test
  void whatWasEarnedBeforeDoesNotHold() {
    assertEquals(0, graded(OptionalDouble.of(.5), 9, 9, 9, 9, 9, 9, 9, 9, .9, 0).held());
  }

  @Test
  void whereNobodySaysWhatCountsNothingIsHeld() {
    assertTrue(Double.isNaN(graded(OptionalDouble.empty(), 1, 1).held()));
  }
}
