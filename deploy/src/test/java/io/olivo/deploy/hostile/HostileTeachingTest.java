package io.olivo.deploy.hostile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.olivo.deploy.robot.RobotFile;
import io.olivo.deploy.robot.RobotSpec;
import io.olivo.deploy.wiring.Rig;
import io.olivo.deploy.wiring.Rule;
import io.olivo.learning.Learner;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Nonsense may spoil what was learned, never the state itself, and never a motor. */
@Execution(ExecutionMode.CONCURRENT)
class HostileTeachingTest {
  private static final int LOOKS = 20;
  private static final int BETWEEN_LOOKS = 2500; // ticks

  private static RobotSpec robot(String name) {
    return RobotFile.read(Path.of("src/main/robots", name + ".yaml"));
  }

  private static Learner driven(RobotSpec spec, long seed) throws InterruptedException {
    return driven(spec, Rule.OLIVO, seed);
  }

  private static Learner driven(RobotSpec spec, Rule rule, long seed) throws InterruptedException {
    return new Rig(spec, rule, seed, List.of(), 4).run(tick -> {}).learner();
  }

  @ParameterizedTest
  @CsvSource({
    "arm2, OLIVO, 1",
    "arm2, OLIVO, 2",
    "cart1, OLIVO, 3",
    "gaze2, OLIVO, 4",
    "arm2, NET_FA, 5",
    "cart1, NET_KP, 6",
    "gaze2, NET_WM, 7"
  })
  void stateStaysSoundAndCommandsStayInside(String name, Rule rule, long seed)
      throws InterruptedException {
    RobotSpec spec = robot(name);
    Learner learner = driven(spec, rule, seed);
    double largestLimit =
        spec.actuators().stream().mapToDouble(one -> one.limits().learned()).max().orElseThrow();
    HostileTeaching hostile = new HostileTeaching(spec, learner, seed);
    for (int look = 0; look < LOOKS; look++) {
      for (int t = 0; t < BETWEEN_LOOKS; t++) {
        hostile.tick();
      }
      Soundness now = Soundness.of(learner);
      assertTrue(now.finite() && now.symmetric() && now.definite(), hostile.ticks() + ": " + now);
      assertTrue(now.largestWeight() <= 1e6 * largestLimit, now.toString());
    }
    assertEquals(0, hostile.outside(), "commands outside the envelope");
    assertTrue(Double.isFinite(hostile.largestOutput()));
    double refused = figure(learner, "refused");
    assertTrue(refused > 0 && refused < hostile.ticks(), refused + " refused, the rest taken");
  }

  private static double figure(Learner learner, String name) {
    double[] figures = new double[learner.figureNames().size()];
    learner.figures(figures);
    return figures[learner.figureNames().indexOf(name)];
  }

  @Test
  void nonsenseIsRepeatable() throws InterruptedException {
    assertEquals(digestAfterNonsense(1), digestAfterNonsense(1));
    assertNotEquals(digestAfterNonsense(1), digestAfterNonsense(2));
  }

  private static String digestAfterNonsense(long seed) throws InterruptedException {
    RobotSpec spec = robot("cart1");
    Learner learner = driven(spec, 1);
    HostileTeaching hostile = new HostileTeaching(spec, learner, seed);
    for (int t = 0; t < 3000; t++) {
      hostile.tick();
    }
    StateWriter out = new StateWriter("cerebellum");
    learner.save(out);
    return out.digest();
  }

  @Test
  void unsoundStatesAreSeen() throws InterruptedException {
    Learner learner = driven(robot("cart1"), 1);
    assertTrue(Soundness.of(learner).definite());
    assertFalse(Soundness.of(spoilt(learner, "rls.covariance.0", Double.NaN)).finite());
    assertFalse(Soundness.of(spoilt(learner, "rls.covariance.0", -1)).definite());
    assertFalse(Soundness.of(spoilt(learner, "rls.covariance.5", 1)).symmetric());
    assertTrue(Soundness.of(spoilt(learner, "weights.products.0", 9)).largestWeight() >= 9);
  }

  /** The same learner with one number of one row replaced. */
  private static Learner spoilt(Learner learner, String row, double value)
      throws InterruptedException {
    StateWriter whole = new StateWriter("cerebellum");
    learner.save(whole);
    StateReader all = new StateReader(whole.bytes());
    StateWriter spoilt = new StateWriter("cerebellum");
    for (String name : all.names()) {
      double[] values = all.values(name);
      if (name.equals(row)) {
        values[0] = value;
      }
      spoilt.put(name, values);
    }
    Learner other = driven(robot("cart1"), 1);
    other.load(new StateReader(spoilt.bytes()));
    return other;
  }
}
