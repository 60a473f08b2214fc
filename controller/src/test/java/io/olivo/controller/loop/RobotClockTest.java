package io.olivo.controller.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

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

    assertThat(robotPassed).isGreaterThanOrEqualTo(1_000_000);
    assertThat(wallPassed).isGreaterThanOrEqualTo(99_000_000);
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

    assertThat(slowPassed * 4).isGreaterThanOrEqualTo(passed - 4);
    assertThat(slowPassed).isLessThanOrEqualTo(after);
  }

  @ParameterizedTest
  @ValueSource(doubles = {.5, 0, -10, Double.NaN, Double.POSITIVE_INFINITY})
  void aRobotIsNeverFasterThanTheWall(double slowed) {
    assertThatIllegalArgumentException().isThrownBy(() -> new RobotClock(slowed));
  }

  @Test
  void aPacerGoesByTheClockThatItIsGiven() throws InterruptedException {
    RobotClock slow = new RobotClock(10);
    WallClockPacer pacer = new WallClockPacer(.002, 1, slow);
    pacer.begin();
    long wall = System.nanoTime();
    for (int i = 0; i < 4; i++) {
      assertThat(pacer.await()).isEqualTo(Pacer.Beat.TICK);
    }

    assertThat(pacer.nowNanos()).isGreaterThanOrEqualTo(6_000_000);
    assertThat(System.nanoTime() - wall).isGreaterThanOrEqualTo(59_000_000);
  }
}
