package io.olivo.deploy.hostile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.olivo.learning.credit.CreditRules;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Execution(ExecutionMode.CONCURRENT)
class HostileLessonsTest {
  private static final int STEPS = 10_000;

  @ParameterizedTest
  @EnumSource
  void noWeightIsEverNoNumberAndNonsenseIsRefused(CreditRules rule) {
    HostileLessons lessons = new HostileLessons(rule, 1);
    while (lessons.steps() < STEPS) {
      lessons.step();
    }
    assertEquals(0, lessons.notFinite());
    assertTrue(lessons.refused() > 0 && lessons.refused() < STEPS, "some refused, the rest taken");
  }
}
