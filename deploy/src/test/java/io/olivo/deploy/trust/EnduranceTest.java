package io.olivo.deploy.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.olivo.deploy.robot.RobotFile;
import io.olivo.deploy.robot.RobotSpec;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@Execution(ExecutionMode.CONCURRENT)
class EnduranceTest {
  private static final RobotSpec CART = RobotFile.read(Path.of("src/main/robots/cart1.yaml"));
  private static final double SECONDS = 100;

  private double told;

  @Test
  void cartGoesOnLearningWhileThingsBreak() throws InterruptedException {
    EnduranceReport report =
        new Endurance(CART, 1, SECONDS, SECONDS / 2, true, now -> told = now).run();
    assertEquals(SECONDS, told, 1, "s told to whoever watches");
    assertEquals(3, report.marks().size(), "at the start, halfway and at the end");
    assertTrue(report.faults() > 0);
    assertEquals(0, report.violations());
    assertTrue(report.growth() < EnduranceReport.MOST_GROWTH, report.growth() + " bytes");
    assertTrue(report.marks().getLast().largestWeight() < 1e3);
  }

  @Test
  void sameSeedBreaksTheSameThings() throws InterruptedException {
    EnduranceReport one = new Endurance(CART, 7, SECONDS, SECONDS, true, now -> {}).run();
    EnduranceReport other = new Endurance(CART, 7, SECONDS, SECONDS, true, now -> {}).run();
    assertEquals(one.faults(), other.faults());
    assertEquals(one.marks().getLast().error(), other.marks().getLast().error());
  }

  @Test
  void inACalmRunNothingBreaks() throws InterruptedException {
    EnduranceReport report = new Endurance(CART, 1, SECONDS, SECONDS, false, now -> {}).run();
    assertEquals(0, report.faults());
    assertEquals(0, report.pauses() + report.stops());
    assertTrue(report.marks().getLast().error() > 0, "its error is told all the same");
  }
}
