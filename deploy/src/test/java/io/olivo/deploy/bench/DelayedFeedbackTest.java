package io.olivo.deploy.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.olivo.controller.feedback.Feedback;
import io.olivo.learning.Teaching;
import org.junit.jupiter.api.Test;

class DelayedFeedbackTest {
  private static final int DELAY = 7; // ticks

  private final Counting counting = new Counting();
  private final Feedback delayed = new DelayedFeedback(counting, DELAY);
  private final Teaching teaching = new Teaching(1);

  /** Its n-th command is n, its error 10 n and its error's rate 100 n. */
  private static final class Counting implements Feedback {
    private int n;

    @Override
    public int outputs() {
      return 1;
    }

    @Override
    public void command(double[] state, double[] desired, double[] command) {
      n++;
      command[0] = n;
    }

    @Override
    public void teach(Teaching told) {
      told.tellError(new double[] {10 * n}, new double[] {100 * n}, 3);
    }
  }

  private double tick() {
    double[] command = new double[1];
    teaching.clear();
    delayed.command(new double[0], new double[0], command);
    delayed.teach(teaching);
    return command[0];
  }

  @Test
  void theErrorIsThatOfSoManyTicksBeforeAndTheCommandIsNot() {
    for (int t = 1; t <= 5 * DELAY; t++) {
      assertEquals(t, tick(), "the feedback acts at once");
      assertEquals(t > DELAY, teaching.hasError(), "tick " + t);
      if (t > DELAY) {
        assertEquals(10 * (t - DELAY), teaching.error(0));
        assertEquals(100 * (t - DELAY), teaching.errorRate(0));
      }
    }
  }

  @Test
  void theLearnerIsNotToldHowLate() {
    for (int t = 0; t <= DELAY; t++) {
      tick();
    }
    assertTrue(teaching.hasError());
    assertEquals(3, teaching.errorAgeTicks(), "what the feedback knows of");
  }

  @Test
  void noErrorOfBeforeABreakIsToldAfterIt() {
    for (int t = 0; t < 3 * DELAY; t++) {
      tick();
    }
    delayed.restart();
    for (int t = 0; t < DELAY; t++) {
      tick();
      assertFalse(teaching.hasError());
    }
    tick();
    assertEquals(10 * (3 * DELAY + 1), teaching.error(0));
  }
}
