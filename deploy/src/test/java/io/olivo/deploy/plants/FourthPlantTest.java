package io.olivo.deploy.plants;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.olivo.deploy.robot.RobotFile;
import io.olivo.deploy.robot.RobotSpec;
import io.olivo.deploy.wiring.Rig;
import io.olivo.deploy.wiring.Rule;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class FourthPlantTest {
  private static final double SECONDS = 45;

  /** Nothing but a robot file and an equation of motion: inputs, lag and inertia follow. */
  @Test
  void aPlantNobodyTunedForIsLearnedFromItsRobotFileAlone() throws InterruptedException {
    RobotSpec seesaw = RobotFile.read(Path.of("src/test/resources/robots/seesaw.yaml"));
    double alone = settled(seesaw, Rule.PD);
    double learned = settled(seesaw, Rule.OLIVO);
    assertTrue(
        learned < .03 * alone,
        "30 to 45 s: %.2f mrad, the feedback alone %.2f".formatted(1e3 * learned, 1e3 * alone));
  }

  private static double settled(RobotSpec spec, Rule rule) throws InterruptedException {
    return new Rig(spec, rule, 77, List.of(), SECONDS).run(tick -> {}).errors().rms(30, SECONDS);
  }
}
