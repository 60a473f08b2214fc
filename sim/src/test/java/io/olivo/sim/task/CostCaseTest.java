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
    clock.bytesPerStep(1);
    assertEquals(0, clock.bytesPerStep(1000), .5, one.title()); // compiling asks for some, once
  }
}
