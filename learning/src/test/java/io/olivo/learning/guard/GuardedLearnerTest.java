package io.olivo.learning.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.olivo.learning.Allocation;
import io.olivo.learning.Learner;
import io.olivo.learning.Teaching;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A load that changes slowly, a learner of one weight, a feedback that adds what is missing. */
class GuardedLearnerTest {
  private static final double DT = .01; // s
  private static final double LIMIT = 10;

  private final OneWeight first = new OneWeight();
  private final OneWeight second = new OneWeight();
  private final List<Verdict> verdicts = new ArrayList<>();
  private final GuardedLearner guarded =
      new GuardedLearner(
          first,
          second,
          new double[] {LIMIT},
          DT,
          GuardConfig.STANDARD,
          (verdict, seconds, effort, rival) -> verdicts.add(verdict));
  private final Teaching teaching = new Teaching(1);
  private final double[] said = new double[1];
  private final double[] state = new double[1];
  private double load = 3;
  private double seconds;
  private double effort;

  /** u = w x, w += rate e x. */
  private static final class OneWeight implements Learner {
    private double weight;
    private double x;
    private boolean frozen;
    private int interrupts;

    @Override
    public int outputs() {
      return 1;
    }

    @Override
    public void act(double[] state, double[] desired, double[] learned) {
      x = state[0];
      learned[0] = weight * x;
    }

    @Override
    public void learn(Teaching teaching, double[] applied) {
      if (!frozen) {
        weight += .05 * teaching.error(0) * x;
      }
    }

    @Override
    public void freeze(boolean nowFrozen) {
      frozen = nowFrozen;
    }

    @Override
    public void interrupt() {
      interrupts++;
    }

    @Override
    public void save(StateWriter out) {
      out.put("weight", weight);
    }

    @Override
    public void load(StateReader in) {
      weight = in.getDouble("weight");
    }
  }

  private OneWeight acting() {
    return (OneWeight) guarded.acting();
  }

  private void tick() {
    seconds += DT;
    state[0] = 1 + .3 * Math.sin(3 * seconds);
    guarded.act(state, new double[0], said);
    double bounded = Double.isFinite(said[0]) ? Math.clamp(said[0], -LIMIT, LIMIT) : 0;
    effort = load * state[0] - bounded + .02 * Math.sin(40 * seconds);
    teaching.clear();
    teaching.tellError(new double[] {effort}, new double[] {0}, 0);
    guarded.learn(teaching, new double[] {bounded});
  }

  private void run(double time) {
    for (int t = 0; t < time / DT; t++) {
      tick();
    }
  }

  /** Seconds until a verdict. */
  private double until(Verdict wanted, double most) {
    verdicts.clear();
    for (double waited = DT; waited <= most; waited += DT) {
      tick();
      if (verdicts.contains(wanted)) {
        return waited;
      }
    }
    return Double.POSITIVE_INFINITY;
  }

  @Test
  void healthyLearnerIsAcceptedAgainAndAgainAndNeverFrozen() {
    run(60);
    assertTrue(verdicts.size() > 8, verdicts.toString());
    assertTrue(
        verdicts.subList(2, verdicts.size()).stream().allMatch(v -> v == Verdict.ACCEPTED),
        verdicts.toString());
    assertEquals(3, acting().weight, .05);
  }

  @Test
  void itLearnsExactlyAsItWouldAlone() {
    OneWeight alone = new OneWeight();
    Teaching same = new Teaching(1);
    run(1);
    verdicts.clear();
    OneWeight guardedOne = acting();
    alone.weight = guardedOne.weight;
    for (int t = 0; t < 500; t++) {
      tick();
      alone.act(state, new double[0], new double[1]);
      same.clear();
      same.tellError(new double[] {effort}, new double[] {0}, 0);
      alone.learn(same, said);
      if (verdicts.stream().allMatch(v -> v == Verdict.ACCEPTED)) {
        assertEquals(alone.weight, acting().weight);
      }
    }
  }

  @Test
  void weightsThatWereFlippedAreFrozenAtOnceAndRolledBack() {
    run(30);
    acting().weight = -acting().weight;
    assertEquals(DT, until(Verdict.FROZEN, 5), 1e-9, "in the very tick");
    assertTrue(until(Verdict.ROLLED_BACK, 5) < .5);
    run(.3);
    assertEquals(0, effort, .2);
  }

  @Test
  void learnerThatDriftsAwayIsFrozenAndRolledBackThoughItNeverJumps() {
    run(30);
    boolean back = false;
    verdicts.clear();
    for (int t = 0; t < 2000 && !back; t++) {
      acting().weight -= .02; // 2 per second, a hundred times what learning can mend
      tick();
      back = verdicts.contains(Verdict.ROLLED_BACK);
    }
    assertTrue(back);
    assertEquals(3, acting().weight, .3);
  }

  @Test
  void whatIsNotANumberNeverLeavesTheLearner() {
    run(30);
    OneWeight poisoned = acting();
    poisoned.weight = Double.NaN;
    tick();
    assertTrue(Double.isFinite(said[0]));
    assertTrue(verdicts.contains(Verdict.REFUSED));
    assertNotSame(poisoned, acting());
    assertEquals(3, poisoned.weight, .1, "it knows again what the generation knew");
  }

  @Test
  void plantThatChangesIsNoReasonToRollBack() {
    run(30);
    load = 6;
    run(20);
    assertFalse(verdicts.contains(Verdict.ROLLED_BACK), verdicts.toString());
    assertEquals(6, acting().weight, .1);
    verdicts.clear();
    run(10);
    assertTrue(verdicts.contains(Verdict.ACCEPTED));
  }

  @Test
  void afterARollbackNothingIsLearnedForAWhile() {
    run(30);
    acting().weight = -3;
    until(Verdict.ROLLED_BACK, 5);
    double then = acting().weight;
    load = 4;
    run(.9);
    assertEquals(then, acting().weight);
    run(1);
    assertTrue(acting().weight > then);
  }

  @Test
  void frozenFromOutsideNothingIsLearnedAndNothingAccepted() {
    run(30);
    guarded.freeze(true);
    double then = acting().weight;
    load = 4;
    verdicts.clear();
    run(10);
    assertEquals(then, acting().weight);
    assertFalse(verdicts.contains(Verdict.ACCEPTED));
  }

  @Test
  void betterCandidateIsPromotedAfterItsTimeAndAWorseOneNever() {
    run(30);
    load = 5;
    guarded.freeze(true); // so that the one that acts does not learn it
    OneWeight worse = new OneWeight();
    worse.weight = 1;
    guarded.tryOut(worse);
    assertEquals(Double.POSITIVE_INFINITY, until(Verdict.PROMOTED, 30));
    OneWeight better = new OneWeight();
    better.weight = 5;
    guarded.tryOut(better);
    double when = until(Verdict.PROMOTED, 30);
    assertTrue(when > 9.9 && when < 11, "after " + when + " s");
    assertSame(better, acting());
  }

  @Test
  void stateIsThatOfTheOneThatActsAndALoadedOneIsTheFirstGeneration() {
    run(30);
    StateWriter out = new StateWriter("test");
    guarded.save(out);
    StateReader in = new StateReader(out.bytes());
    assertEquals(List.of("weight"), in.names());
    GuardedLearner other =
        new GuardedLearner(
            new OneWeight(),
            new OneWeight(),
            new double[] {LIMIT},
            DT,
            GuardConfig.STANDARD,
            GuardListener.none());
    other.load(in);
    ((OneWeight) other.acting()).weight = Double.NaN;
    other.act(state, new double[0], said);
    assertTrue(Double.isFinite(said[0]));
  }

  @Test
  void interruptReachesAllOfThem() {
    guarded.interrupt();
    assertEquals(1, first.interrupts);
    assertEquals(1, second.interrupts);
  }

  @Test
  void tickAllocatesNothingWhileGenerationsAreAccepted() {
    run(30);
    assertEquals(0, Allocation.leastBytes(5, () -> quiet(2000)));
  }

  /** Ticks without lists or new arrays. */
  private void quiet(int ticks) {
    for (int t = 0; t < ticks; t++) {
      seconds += DT;
      state[0] = 1 + .3 * Math.sin(3 * seconds);
      guarded.act(state, NOTHING, said);
      errorOf[0] = load * state[0] - said[0];
      teaching.clear();
      teaching.tellError(errorOf, NOTHING_TO_ADD, 0);
      guarded.learn(teaching, said);
    }
    verdicts.clear();
  }

  private static final double[] NOTHING = {};
  private static final double[] NOTHING_TO_ADD = {0};
  private final double[] errorOf = new double[1];

  @Test
  void configurationThatMakesNoSenseIsRefused() {
    assertThrows(
        IllegalArgumentException.class,
        () -> new GuardConfig(10, .1, .05, 3, 6, .002, .25, 4, .1, .06, .4, 4, 1, 1, 10, .8));
    assertThrows(
        IllegalArgumentException.class,
        () -> new GuardConfig(10, .05, 5, 3, 6, .002, 1.5, 4, .1, .06, .4, 4, 1, 1, 10, .8));
  }

  @Test
  void whoeverWantsTheLastGenerationBackGetsIt() {
    assertFalse(guarded.rollBack(), "nothing was accepted yet");
    run(30);
    OneWeight before = acting();
    before.weight = 2.5; // learned since, not yet accepted
    verdicts.clear();
    assertTrue(guarded.rollBack());
    assertEquals(List.of(Verdict.RECALLED), verdicts);
    assertNotSame(before, acting());
    assertEquals(3, acting().weight, .1);
    run(20);
    assertEquals(3, acting().weight, .1, "and it goes on from there");
  }
}
