package io.olivo.controller.feedback;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.olivo.learning.Teaching;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PdFeedbackTest {
  private static PdFeedback feedback(int positionAge, int velocityAge) {
    return new PdFeedback(
        new int[] {0},
        new int[] {1},
        new double[] {60},
        new double[] {4},
        positionAge,
        velocityAge);
  }

  private static double desired(long tick) {
    return tick < 0 ? 0 : .01 * tick * tick;
  }

  private static double desiredRate(long tick) {
    return tick < 0 ? 0 : .02 * tick;
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "1, 3", "5, 2", "40, 43"})
  void measurementIsComparedWithWhatWasDesiredWhenItWasTrue(int positionAge, int velocityAge) {
    PdFeedback feedback = feedback(positionAge, velocityAge);
    double[] command = new double[1];
    for (int t = 0; t < 200; t++) {
      double q = .3 * t;
      double v = -.1 * t;
      feedback.command(new double[] {q, v}, new double[] {desired(t), desiredRate(t), 99}, command);
      double error = desired(t - positionAge) - q;
      double rate = desiredRate(t - velocityAge) - v;
      assertEquals(60 * error + 4 * rate, command[0], 1e-9);
    }
  }

  @Test
  void perfectTrackingSeenLateIsNoError() {
    PdFeedback feedback = feedback(1, 3);
    double[] command = new double[1];
    for (int t = 0; t < 50; t++) {
      double[] seen = {desired(t - 1), desiredRate(t - 3)};
      feedback.command(seen, new double[] {desired(t), desiredRate(t), 0}, command);
      assertEquals(0, command[0]);
    }
  }

  @Test
  void learnerIsTaughtTheEffortAndTheVelocityError() {
    PdFeedback feedback = feedback(2, 0);
    double[] command = new double[1];
    feedback.command(new double[] {.1, .5}, new double[] {.3, 2, 0}, command);
    Teaching teaching = new Teaching(1);
    feedback.teach(teaching);
    assertEquals(60 * .2 + 4 * 1.5, command[0], 1e-12);
    assertEquals(command[0], teaching.error(0));
    assertEquals(1.5, teaching.errorRate(0));
    assertEquals(2, teaching.errorAgeTicks());
  }

  @Test
  void afterARestartThePastIsWhatIsDesiredThen() {
    PdFeedback feedback = feedback(10, 10);
    double[] command = new double[1];
    for (int t = 0; t < 7; t++) {
      feedback.command(new double[2], new double[] {5, 5, 0}, command);
    }
    feedback.restart();
    feedback.command(new double[] {1, 2}, new double[] {1, 2, 0}, command);
    assertEquals(0, command[0]);
  }

  @Test
  void jointsUseTheirOwnChannelsAndGains() {
    PdFeedback feedback =
        new PdFeedback(
            new int[] {2, 0}, new int[] {3, 1}, new double[] {10, 20}, new double[] {1, 2}, 0, 0);
    double[] command = new double[2];
    feedback.command(new double[] {1, 2, 3, 4}, new double[6], command);
    assertArrayEquals(new double[] {-10 * 3 - 4, -20 * 1 - 2 * 2}, command);
    assertEquals(2, feedback.outputs());
  }

  @Test
  void missingGainIsRefused() {
    assertThrows(
        IllegalArgumentException.class,
        () -> new PdFeedback(new int[2], new int[2], new double[1], new double[2], 0, 0));
  }

  @Test
  void gainFeedbackAnswersItsDisturbanceAndTeachesWhatIsLeft() {
    GainFeedback feedback =
        new GainFeedback(new int[] {0, 1}, new double[] {-.6, -.5}, new int[] {2, 3});
    double[] command = new double[2];
    feedback.command(new double[] {1, 2, .3, -.4}, new double[0], command);
    assertArrayEquals(new double[] {-.6, -1}, command, 1e-15);
    Teaching teaching = new Teaching(2);
    feedback.teach(teaching);
    assertEquals(-.3, teaching.error(0));
    assertEquals(.4, teaching.error(1));
    assertEquals(-.3, teaching.errorRate(0));
    assertThrows(
        IllegalArgumentException.class,
        () -> new GainFeedback(new int[2], new double[1], new int[2]));
  }

  @Test
  void otherGainsCountFromTheNextCommandOn() {
    PdFeedback feedback = feedback(0, 0);
    double[] command = new double[1];
    feedback.command(new double[] {-1, -1}, new double[3], command);
    assertEquals(64, command[0]);
    assertEquals(true, feedback.tune(0, 30, 1));
    feedback.command(new double[] {-1, -1}, new double[3], command);
    assertEquals(31, command[0]);
  }

  @Test
  void reflexHasOneGainAndNoOther() {
    GainFeedback feedback = new GainFeedback(new int[] {0}, new double[] {-.6}, new int[] {1});
    double[] command = new double[1];
    assertEquals(false, feedback.tune(0, 5, 1), "there is no kd");
    assertEquals(true, feedback.tune(0, -.5, 0));
    feedback.command(new double[] {1, 0}, new double[0], command);
    assertEquals(-.5, command[0]);
  }
}
