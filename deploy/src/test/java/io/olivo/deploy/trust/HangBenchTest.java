package io.olivo.deploy.trust;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.olivo.deploy.robot.RobotFile;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class HangBenchTest {
  private static final Path ARM = Path.of("src/main/robots/arm2.yaml");

  @Test
  void safeCommandComesWhileTheLoopHangs() throws InterruptedException {
    double seconds = new HangBench(RobotFile.read(ARM), 3).run(1);
    assertTrue(seconds > 0 && seconds < 3, "after " + seconds + " s");
  }

  @Test
  void hangThatIsShorterThanTheDeadmanIsNotAnswered() throws InterruptedException {
    assertTrue(Double.isNaN(new HangBench(RobotFile.read(ARM), .001).run(1)));
  }
}
