package io.olivo.sim.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CostCaseTest {
  @ParameterizedTest
  @EnumSource(CostCase.class)
  void noStepAsksForMemoryOnceItIsWarm(CostCase one) {
    PracticeClock clock = one.clock(900);
    assertTrue(clock.seconds(1500) > 0);
    double least = Double.MAX_VALUE; // compiling asks for some now and then
    for (int count = 0; count < 5; count++) {
      least = Math.min(least, clock.bytesPerStep(300));
    }
    assertEquals(0, least, one.title());
  }
}
