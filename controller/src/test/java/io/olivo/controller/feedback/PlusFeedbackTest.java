package io.olivo.controller.feedback;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.olivo.learning.FeatureMap.Kind;
import io.olivo.learning.Formulas;
import io.olivo.learning.Formulas.Input;
import io.olivo.learning.Teaching;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlusFeedbackTest {
  private static final List<String> STATE = List.of("wheel.angle", "wheel.speed", "body.angle");
  private static final List<String> DESIRED =
      List.of("desired.wheel", "desired.wheel.rate", "desired.wheel.acceleration");

  private final Feedback plus = plus("desired.wheel - 3 * body.angle");
  private final double[] command = new double[1];

  private static Feedback plus(String... formulas) {
    List<Input> inputs = List.of(formulas).stream().map(f -> new Input(Kind.OTHER, f)).toList();
    Feedback pd =
        new PdFeedback(new int[] {0}, new int[] {1}, new double[] {2}, new double[] {.5}, 0, 0);
    return new PlusFeedback(pd, new Formulas(inputs, STATE, DESIRED));
  }

  @Test
  void theCommandIsTheEffortAndTheFormula() {
    plus.command(new double[] {.1, .2, .05}, new double[] {.4, 1, 0}, command);
    assertEquals(2 * .3 + .5 * .8 + .4 - .15, command[0], 1e-15);
    assertEquals(1, plus.outputs());
  }

  @Test
  void theEffortAloneTeaches() {
    plus.command(new double[] {.1, .2, .05}, new double[] {.4, 1, 0}, command);
    Teaching teaching = new Teaching(1);
    plus.teach(teaching);
    assertTrue(teaching.hasError());
    assertEquals(2 * .3 + .5 * .8, teaching.error(0), 1e-15);
    assertEquals(.8, teaching.errorRate(0), 1e-15);
  }

  @Test
  void everyJointNeedsAFormula() {
    String message =
        assertThrows(IllegalArgumentException.class, () -> plus("body.angle", "1")).getMessage();
    assertTrue(message.contains("plus") && message.contains("1 joints, got 2"), message);
  }

  @Test
  void memoryIsThatOfTheTeacher() {
    Feedback delayed =
        new PlusFeedback(
            new PdFeedback(new int[] {0}, new int[] {1}, new double[] {2}, new double[] {0}, 1, 1),
            new Formulas(List.of(new Input(Kind.OTHER, "body.angle")), STATE, DESIRED));
    delayed.command(new double[3], new double[] {1, 0, 0}, command);
    delayed.command(new double[3], new double[] {5, 0, 0}, command);
    assertArrayEquals(new double[] {2}, command, "what was desired a tick ago");
    delayed.restart();
    delayed.command(new double[3], new double[] {5, 0, 0}, command);
    assertArrayEquals(new double[] {10}, command, "nothing is older than the restart");
  }
}
