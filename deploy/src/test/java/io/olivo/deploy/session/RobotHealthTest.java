package io.olivo.deploy.session;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.DoubleSupplier;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class RobotHealthTest {
  @Test
  void numbersStandInTheOrderOfTheirNames() {
    RobotHealth health = new RobotHealth().add("error", () -> .5).add("skipped", () -> 3);
    double[] numbers = new double[2];
    health.fill(numbers);
    assertEquals(List.of("error", "skipped"), health.names());
    assertArrayEquals(new double[] {.5, 3}, numbers);
  }

  @Test
  void latenessIsThatOfTheLastWholeSecondAndUnknownBefore() {
    AtomicLong clock = new AtomicLong();
    Histogram measured = new Histogram(3);
    DoubleSupplier p99 = RobotHealth.p99Micros(() -> measured, clock::get);
    measured.recordValue(50_000);
    assertEquals(Double.NaN, p99.getAsDouble(), "the first second is not over");
    clock.set(1_000_000_000L);
    assertEquals(50, p99.getAsDouble(), .1);
    measured.recordValueWithCount(90_000, 1000);
    assertEquals(50, p99.getAsDouble(), .1, "the next second is not over");
    clock.set(2_000_000_000L);
    assertEquals(90, p99.getAsDouble(), .1);
  }
}
