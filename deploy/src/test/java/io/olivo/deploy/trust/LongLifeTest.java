package io.olivo.deploy.trust;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.olivo.controller.score.ErrorTrace;
import io.olivo.deploy.robot.RobotFile;
import io.olivo.deploy.robot.RobotSpec;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@Execution(ExecutionMode.CONCURRENT)
class LongLifeTest {
  private static final double SECONDS = 600;

  @Test
  void aLearnerThatGoesOnLearningForTenMinutesGetsNoWorse() throws InterruptedException {
    RobotSpec gaze = RobotFile.read(Path.of("src/main/robots/gaze2.yaml"));
    ErrorTrace errors =
        new BrokenRun(gaze, null, SECONDS, 1, UnaryOperator.identity()).run().errors();
    double early = errors.rms(60, 120);
    double late = errors.rms(SECONDS - 60, SECONDS);
    assertTrue(late < 1.15 * early, "error " + early + " after a minute, " + late + " after ten");
  }
}
