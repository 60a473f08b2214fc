package io.olivo.sim.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.olivo.learning.Chance;
import io.olivo.learning.reward.RewardLearner;
import io.olivo.learning.snapshot.StateWriter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChangesTrialTest {
  private static ChangesTrial pendulum(int changes, long steps, long every, double bar) {
    return new ChangesTrial("pendulum-V1", changes, 1, steps, every, bar);
  }

  private static List<Body> bodies(String task, long seed) {
    return new Bodies(Tasks.named(task), 1).draw(200, new Chance(seed));
  }

  @Test
  void halfOfTheBodiesReturnAndTheOthersNeverDo() {
    List<Body> drawn = bodies("Pendulum-v1", 3);
    List<Body> returning = drawn.stream().filter(Body::returning).toList();
    assertEquals(100, returning.size());
    assertEquals(6, new HashSet<>(returning).size());
    assertEquals(106, new HashSet<>(drawn).size());
    for (int i = 1; i < returning.size(); i++) {
      assertNotEquals(returning.get(i), returning.get(i - 1), "that would be no change");
    }
  }

  @Test
  void everyParameterIsDrawnAnewAndTheGainAlsoInverted() {
    List<Body> drawn = bodies("Pendulum-v1", 3).stream().filter(body -> !body.returning()).toList();
    for (BodyTrait trait : BodyTrait.values()) {
      assertTrue(
          drawn.stream().filter(one -> one.parameters().containsKey(trait.parameter())).count() > 8,
          trait.name());
    }
    assertTrue(drawn.stream().allMatch(body -> body.parameters().size() == 1));
    assertTrue(drawn.stream().filter(body -> body.value(BodyTrait.GAIN) < 0).count() > 4);
  }

  @Test
  void manyParametersAtOnceStayWithinTheLoadThatCanBeMoved() {
    List<Body> drawn = new Bodies(new Pendulum(), 9).draw(400, new Chance(2));
    assertTrue(drawn.stream().allMatch(body -> body.load() <= 1.6));
    assertEquals(200, drawn.stream().filter(body -> body.parameters().size() == 4).count());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CartPole-v1",
        "Pendulum-v1",
        "Acrobot-v1",
        "MountainCarContinuous-v0",
        "CartPoleSwingUp",
        "Reacher2"
      })
  void everyTaskHasBodiesToDraw(String name) {
    Task task = Tasks.named(name);
    bodies(name, 1).forEach(body -> body.wear(task));
    assertEquals(200, bodies(name, 1).size());
  }

  @Test
  void aBodyIsUsualInAllButOneParameter() {
    Pendulum changed = new Pendulum();
    new Body(Map.of("gain", -1.), true).wear(changed);
    new Body(Map.of("tilt", .25), true).wear(changed);
    Pendulum tilted = new Pendulum();
    tilted.set("tilt", .25);
    changed.place(1, 0);
    tilted.place(1, 0);
    assertEquals(tilted.step(new double[] {1}), changed.step(new double[] {1}));
    double[] one = new double[3];
    double[] other = new double[3];
    changed.observe(one);
    tilted.observe(other);
    assertEquals(tilted.ending(), changed.ending());
    assertEquals(List.of(other[0], other[1], other[2]), List.of(one[0], one[1], one[2]));
  }

  @Test
  void recoveredAtOnceWhereTheChangeDidNoHarm() {
    AtomicLong done = new AtomicLong();
    ChangesOutcome outcome =
        pendulum(4, 100, 50, -1e6).run(RewardAlgos.RANDOM.maker(), 1, some -> done.addAndGet(some));
    assertEquals(4, outcome.recoveries().size());
    for (Recovery recovery : outcome.recoveries()) {
      assertEquals(0, recovery.recoveredAtSteps());
      assertTrue(recovery.isRecovered() && recovery.isHarmless() && recovery.holds());
    }
    assertEquals(500, done.get());
  }

  @Test
  void neverRecoveredBelowTheBar() {
    ChangesOutcome outcome = pendulum(2, 100, 30, 1).run(RewardAlgos.RANDOM.maker(), 1, some -> {});
    for (Recovery recovery : outcome.recoveries()) {
      assertFalse(recovery.isRecovered() || recovery.holds());
      assertNotEquals(recovery.before(), recovery.last(), "judged on other episodes");
    }
  }

  @Test
  void bodiesBelongToTheSeedWhoeverLearns() {
    assertEquals(worn(RewardAlgos.RANDOM, 5), worn(RewardAlgos.REINFORCE, 5));
    assertNotEquals(worn(RewardAlgos.RANDOM, 5), worn(RewardAlgos.RANDOM, 6));
  }

  private static List<Body> worn(RewardAlgos algo, long seed) {
    return pendulum(6, 50, 50, -250).run(algo.maker(), seed, some -> {}).recoveries().stream()
        .map(Recovery::body)
        .toList();
  }

  @Test
  void testsDisturbNothing() {
    assertEquals(learned(200), learned(20));
    assertNotEquals(learned(200), "");
  }

  private static String learned(long every) {
    List<RewardLearner> made = new ArrayList<>();
    RewardMaker maker =
        (task, chance) -> {
          made.add(RewardAlgos.REINFORCE.maker().learner(task, chance));
          return made.getLast();
        };
    pendulum(3, 400, every, 1).run(maker, 5, some -> {});
    StateWriter out = new StateWriter("learner");
    made.getFirst().save(out);
    return out.digest();
  }

  @ParameterizedTest
  @CsvSource({"0, 100, 10", "5, 100, 0", "5, 100, 101"})
  void whatCannotBeIsRefused(int changes, long steps, long every) {
    assertThrows(IllegalArgumentException.class, () -> pendulum(changes, steps, every, -250));
  }
}
