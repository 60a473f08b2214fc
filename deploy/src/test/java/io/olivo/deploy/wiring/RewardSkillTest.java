package io.olivo.deploy.wiring;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.olivo.controller.telemetry.Tick;
import io.olivo.deploy.robot.RobotFile;
import io.olivo.deploy.robot.RobotFileException;
import io.olivo.deploy.robot.RobotSpec;
import io.olivo.learning.Learner;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@Execution(ExecutionMode.CONCURRENT)
class RewardSkillTest {
  private static final RobotSpec PENDULUM =
      RobotFile.read(Path.of("src/main/robots/pendulum.yaml"));
  private static final double SECONDS = 800;

  @TempDir Path folder;
  private double largest;
  private double fastest;
  private double before;

  @Test
  void aRodLearnsFromRewardAloneToSwingUpAndStandInsideItsEnvelope() throws InterruptedException {
    Rig rig = new Rig(PENDULUM, Rule.ACTOR_CRITIC, 902, List.of(), SECONDS).run(this::look);
    double first = rig.errors().rms(0, 100);
    double last = rig.errors().rms(SECONDS - 100, SECONDS);
    assertTrue(last < .75 * first, "rad from upright, first " + first + ", last " + last);
    assertTrue(largest <= 2, "N m " + largest);
    assertTrue(fastest <= 60 * .05 + 1e-9, "N m in a tick " + fastest);
  }

  private void look(Tick tick) {
    largest = Math.max(largest, Math.abs(tick.command[0]));
    fastest = Math.max(fastest, Math.abs(tick.command[0] - before));
    before = tick.command[0];
  }

  @Test
  void aRuleThatLearnsFromAnErrorIsRefusedWithARemedy() {
    String message =
        assertThrows(RobotFileException.class, () -> new Rig(PENDULUM, Rule.OLIVO, 1, List.of(), 1))
            .getMessage();
    assertTrue(message.contains("write rule: actor-critic"), message);
  }

  @Test
  void whatItLearnedComesBackBitForBit() throws InterruptedException {
    Learner learner =
        new Rig(PENDULUM, Rule.ACTOR_CRITIC, 904, List.of(), 20).run(tick -> {}).learner();
    Learner other = new Rig(PENDULUM, Rule.ACTOR_CRITIC, 905, List.of(), 20).learner();
    other.load(new StateReader(saved(learner)));
    assertArrayEquals(saved(learner), saved(other));
  }

  @Test
  void aFallEndsTheEpisodeForGoodAndSomebodyPutsTheRobotBack() throws InterruptedException {
    RobotSpec falls = ending("pole.rate * pole.rate - 9");
    List<Double> tooFast = new ArrayList<>();
    new Rig(falls, Rule.ACTOR_CRITIC, 902, List.of(), 200)
        .run(tick -> tooFast.add(Math.abs(tick.state[1]) > 3 ? 1. : 0.));
    assertTrue(tooFast.contains(1.), "it did fall");
    for (int i = 1; i < tooFast.size(); i++) {
      assertTrue(tooFast.get(i - 1) + tooFast.get(i) < 2, "at rest again in the tick after a fall");
    }
  }

  @Test
  void aConditionThatIsNoFormulaIsToldWithItsPlace() {
    String message =
        assertThrows(
                RobotFileException.class,
                () -> new Rig(ending("pole.speed - 1"), Rule.ACTOR_CRITIC, 1, List.of(), 1))
            .getMessage();
    assertTrue(message.contains("skill.reward.ends_when"), message);
    assertTrue(message.contains("unknown name pole.speed"), message);
  }

  private RobotSpec ending(String formula) {
    try {
      String text = Files.readString(Path.of("src/main/robots/pendulum.yaml"));
      Path file = folder.resolve("falls.yaml");
      Files.writeString(
          file,
          text.replace(
              "    horizon: 2.5 s\n",
              "    horizon: 2.5 s\n    ends_when: \"%s\"\n".formatted(formula)));
      return RobotFile.read(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] saved(Learner learner) {
    StateWriter out = new StateWriter("learned");
    learner.save(out);
    return out.bytes();
  }

  @Test
  void theSameSeedLearnsTheSame() throws InterruptedException {
    assertEquals(after(20), after(20));
  }

  private static double after(double seconds) throws InterruptedException {
    return new Rig(PENDULUM, Rule.ACTOR_CRITIC, 903, List.of(), seconds)
        .run(tick -> {})
        .errors()
        .rms(0, seconds);
  }
}
