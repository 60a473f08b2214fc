package io.olivo.controller.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RobotClockTest {
  @Test
  void sleepingOnASlowedClockTakesSoManyTimesLonger() {
    RobotClock slow = new RobotClock(100);
    long robot = slow.getAsLong();
    long wall = System.nanoTime();
    slow.until(robot + 1_000_000);
    long robotPassed = slow.getAsLong() - robot;
    long wallPassed = System.nanoTime() - wall;

    assertTrue(robotPassed >= 1_000_000);
    assertTrue(wallPassed >= 99_000_000);
  }

  @Test
  void aSlowedClockCountsItsShareOfTheWalls() {
    RobotClock wall = new RobotClock(1);
    RobotClock slow = new RobotClock(4);
    long slowBefore = slow.getAsLong();
    long before = wall.getAsLong();
    wall.until(before + 20_000_000);
    long passed = wall.getAsLong() - before;
    long slowPassed = slow.getAsLong() - slowBefore;
    long after = wall.getAsLong() - before;

    assertTrue(slowPassed * 4 >= passed - 4);
    assertTrue(slowPassed <= after);
  }

  @ParameterizedTest
  @ValueSource(doubles = {.5, 0, -10, Double.NaN, Double.POSITIVE_INFINITY})
  void aRobotIsNeverFasterThanTheWall(double slowed) {
    assertThrows(IllegalArgumentException.class, () -> new RobotClock(slowed));
  }

  @Test
  void aPacerGoesByTheClockThatItIsGiven() throws InterruptedException {
    RobotClock slow = new RobotClock(10);
    WallClockPacer pacer = new WallClockPacer(.002, 1, slow);
    pacer.begin();
    long wall = System.nanoTime();
    for (int i = 0; i < 4; i++) {
      assertEquals(Pacer.Beat.TICK, pacer.await());
    }

    assertTrue(pacer.nowNanos() >= 6_000_000);
    assertTrue(System.nanoTime() - wall >= 59_000_000);
  }
}
