package io.olivo.learning.reward;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.olivo.learning.Allocation;
import io.olivo.learning.Chance;
import io.olivo.learning.Teaching.Ending;
import io.olivo.learning.reward.BodyBank.Verdict;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Bodies that move by a gain of their own on a single granule; and the pendulum. */
class BodyBankTest {
  private static final int[] NOW = {0};

  private final BodyBank bank = new BodyBank(4, 1, 1, 1, 0, new Chance(1));
  private final Chance chance = new Chance(2);
  private int recalled;
  private int opened;

  /** Moves with one body for so many steps. */
  private void live(double gain, int steps) {
    double[] x = new double[1];
    double[] u = new double[1];
    double[] after = new double[1];
    for (int t = 0; t < steps; t++) {
      u[0] = chance.uniform(-1, 1);
      after[0] = x[0] + gain * u[0] + .05 * chance.normal();
      Verdict verdict = bank.attend(NOW, x, u, after);
      recalled += verdict == Verdict.RECALLED ? 1 : 0;
      opened += verdict == Verdict.OPENED ? 1 : 0;
    }
  }

  /** Lives with one body, and learns its gain as a value. */
  private void learn(double gain) {
    live(gain, 4000);
    bank.readout().value()[0] = (float) gain;
  }

  private double known() {
    return bank.readout().value()[0];
  }

  @Test
  void bodyThatComesBackFindsWhatWasLearnedWithIt() {
    learn(.2);
    learn(1.2);
    learn(-1);
    assertEquals(3, bank.used());
    live(.2, 300);
    assertEquals(.2, known(), 1e-6);
    live(1.2, 300);
    assertEquals(1.2, known(), 1e-6);
    live(-1, 300);
    assertEquals(-1, known(), 1e-6);
    assertEquals(2, opened, "nothing was learned twice");
  }

  @Test
  void newBodyBeginsWithWhatFitsBestAndPrefersItLess() {
    learn(.2);
    bank.readout().weight(0)[0] = 2;
    learn(.9);
    double[] x = new double[1];
    double[] u = {1};
    Verdict verdict = Verdict.KEEP;
    for (int t = 0; t < 1000 && verdict != Verdict.OPENED; t++) {
      verdict = bank.attend(NOW, x, u, new double[] {.5});
    }
    assertEquals(Verdict.OPENED, verdict);
    assertEquals(.2, known(), 1e-6);
    assertEquals(.6, bank.readout().weight(0)[0], 1e-6);
  }

  @Test
  void fullBankKeepsTheBodiesThatReturnAndTakesInTheNew() {
    int returned = 0;
    int known = 0;
    for (int n = 0; n < 200; n++) {
      boolean isNew = n % 2 == 0;
      double gain = isNew ? 2 + n * .3 : n % 4 == 1 ? -.3 : -1.2;
      int before = recalled;
      live(gain, 4000);
      if (!isNew && n > 50) {
        returned++;
        known += recalled - before;
      }
      assertTrue(bank.used() <= 4);
    }
    assertTrue(known >= .95 * returned, known + " of " + returned + " were known");
    assertTrue(opened >= 100, "every new body has had a slot");
  }

  @Test
  void inDoubtNothingIsSpoiled() {
    live(.2, 4000);
    double[] x = new double[1];
    double[] u = {1};
    int doubted = 0;
    Verdict verdict = Verdict.KEEP;
    for (int t = 0; t < 1000 && verdict != Verdict.OPENED; t++) {
      verdict = bank.attend(NOW, x, u, new double[] {.9});
      doubted += verdict == Verdict.DOUBT ? 1 : 0;
    }
    assertEquals(149, doubted);
    live(.9, 4000);
    live(.2, 300);
    assertEquals(1, recalled, "its model is as it was");
  }

  @Test
  void passingDisturbanceOpensNothing() {
    live(.2, 4000);
    live(.9, 8);
    live(.2, 4000);
    assertEquals(0, opened);
  }

  @Test
  void savedBankGoesOnBitForBit() {
    BodyBankTest saved = new BodyBankTest();
    for (BodyBankTest one : List.of(this, saved)) {
      one.live(.2, 4000);
      one.live(.9, 100); // in doubt
    }
    BodyBankTest loaded = new BodyBankTest();
    loaded.bank.load(new StateReader(saved(saved.bank).bytes()));
    loaded.chance.load(chanceOf(saved), "c");
    for (BodyBankTest one : List.of(this, loaded)) {
      one.live(.9, 4000);
      one.live(.2, 300);
    }
    assertEquals(saved(bank).digest(), saved(loaded.bank).digest());
    assertEquals(2, bank.used());
  }

  private static StateReader chanceOf(BodyBankTest test) {
    StateWriter out = new StateWriter("chance");
    test.chance.save(out, "c");
    return new StateReader(out.bytes());
  }

  private static StateWriter saved(BodyBank bank) {
    StateWriter out = new StateWriter("bank");
    bank.save(out);
    return out;
  }

  private static GranuleActorCritic learner(Task task, GranuleConfig config, long seed) {
    GranuleActorCritic learner = new GranuleActorCritic(config, new Chance(seed));
    learner.begin(task.observation);
    return learner;
  }

  private static GranuleConfig pendulum(Pendulum task) {
    return GranuleConfig.of(3, task.actions(), GranuleConstants.C);
  }

  @Test
  void pendulumWhoseMotorIsTurnedRoundIsRelearnedAndBothAreKept() {
    Pendulum task = new Pendulum(1);
    Pendulum judge = new Pendulum(99);
    GranuleActorCritic learner = learner(task, pendulum(task).withBodies(3), 900);
    task.teach(learner, 15_000);
    task.gain = -1;
    task.teach(learner, 15_000);
    assertTrue(learner.bodies() > 1);
    task.gain = 1;
    task.teach(learner, 400);
    double asBefore = judge.deployed(learner, 20);
    assertTrue(asBefore > -250, "at once as good as before: " + asBefore);
    task.gain = -1;
    task.teach(learner, 400);
    judge.gain = -1;
    double turned = judge.deployed(learner, 20);
    assertTrue(turned > -250, "and turned round, too: " + turned);
    assertTrue(learner.recalls() >= 2);
  }

  @Test
  void changeForTheWorseRestartsTheHeldNoise() {
    Pendulum task = new Pendulum(1);
    GranuleActorCritic learner = learner(task, pendulum(task).withWatch(), 900);
    task.teach(learner, 20_000);
    assertEquals(0, learner.restarts(), "learning is no change");
    task.gain = -1;
    task.teach(learner, 5000);
    assertTrue(learner.restarts() > 0);
  }

  @Test
  void savedWithBankAndWatchItGoesOnBitForBit() {
    Task task = new CartPole(3);
    GranuleConstants small = GranuleConstants.C.withGranules(16, 16, 3);
    GranuleConfig config = GranuleConfig.of(4, task.actions(), small).withBodies(3).withWatch();
    GranuleActorCritic one = learner(task, config, 900);
    task.teach(one, 5000);
    GranuleActorCritic other = learner(task, config, 901);
    other.load(new StateReader(Twins.saved(one).bytes()));
    Twins.liveAlike(task, one, other, 1000);
  }

  @Test
  void stepWithABankAllocatesNothing() {
    Pendulum task = new Pendulum(5);
    GranuleConfig config = pendulum(task).withBodies(4).withWatch();
    GranuleActorCritic learner = learner(task, config, 900);
    double[] action = new double[1];
    int[] t = new int[1];
    Runnable step =
        () -> {
          task.gain = t[0]++ / 20_000 % 2 == 0 ? 1 : -1; // so that the bank switches
          learner.act(task.observation, action);
          double reward = task.step(action);
          learner.learn(action, reward, task.observation, Ending.NONE);
          if (t[0] % 200 == 0) {
            task.reset();
            learner.begin(task.observation);
          }
        };
    assertEquals(0, Allocation.leastBytes(10_000, step));
    assertTrue(learner.bodies() > 1);
  }
}
