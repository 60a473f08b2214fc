package io.olivo.learning.credit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.olivo.learning.Allocation;
import io.olivo.learning.net.Kernels;
import io.olivo.learning.net.Mat;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every rule owes to whoever runs it on a robot. */
class EveryRuleTest {
  private static final int STEPS = 40;

  @ParameterizedTest
  @EnumSource
  void learnsTheSameBitsAgain(CreditRules rule) {
    Pupil one = Pupil.of(rule, 5);
    Pupil other = Pupil.of(rule, 5);
    one.learn(STEPS);
    other.learn(STEPS);
    assertEquals(one.digest(), other.digest());
  }

  @ParameterizedTest
  @EnumSource
  void goesOnBitForBitWhereItWasSaved(CreditRules rule) {
    Pupil one = Pupil.of(rule, 5);
    one.learn(STEPS);
    Pupil other = Pupil.of(rule, 6); // other first weights, feedback and noise
    other.learn(3);
    one.handOverTo(other);
    assertEquals(one.digest(), other.digest());
    one.learn(STEPS);
    other.learn(STEPS);
    assertEquals(one.digest(), other.digest());
  }

  @ParameterizedTest
  @EnumSource
  void changesNothingWhileItOnlyPredicts(CreditRules rule) {
    Pupil pupil = Pupil.of(rule, 5);
    pupil.learn(STEPS);
    String before = pupil.digest();
    pupil.predict(STEPS);
    assertEquals(before, pupil.digest());
  }

  @ParameterizedTest
  @EnumSource
  void refusesAndCountsTeachingThatIsNoNumber(CreditRules rule) {
    for (double nonsense : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
      Pupil pupil = Pupil.of(rule, 5);
      pupil.learn(STEPS);
      String before = pupil.weights();
      pupil.beTold(nonsense);
      assertEquals(before, pupil.weights());
      assertEquals(1, pupil.trainer().refused());
      pupil.learn(1);
      assertNotEquals(before, pupil.weights());
    }
  }

  @ParameterizedTest
  @EnumSource
  void refusesInputsThatAreNoNumbers(CreditRules rule) {
    Pupil pupil = Pupil.of(rule, 5);
    pupil.learn(STEPS);
    String before = pupil.weights();
    pupil.see(Double.NaN);
    assertEquals(before, pupil.weights());
    assertEquals(1, pupil.trainer().refused());
  }

  @ParameterizedTest
  @EnumSource
  void keepsItsWeightsFiniteUnderHostileInput(CreditRules rule) {
    Pupil pupil = Pupil.of(rule, 5);
    pupil.suffer(20_000);
    assertTrue(pupil.net().isFinite());
    pupil.learn(STEPS);
    assertTrue(pupil.net().isFinite());
  }

  @ParameterizedTest
  @EnumSource
  void makesNoGarbage(CreditRules rule) {
    Pupil pupil = Pupil.of(rule, 5);
    pupil.suffer(3000); // compiled by now
    assertEquals(0, Allocation.leastBytes(200, () -> pupil.learn(1)));
  }

  @ParameterizedTest
  @EnumSource
  void movesEveryLayerByAFiniteStep(CreditRules rule) {
    Pupil pupil = Pupil.of(rule, 5);
    Kernels kernels = pupil.net().kernels();
    for (int l = 1; l <= pupil.net().layers(); l++) {
      Mat before = kernels.mat(pupil.net().width(l - 1), pupil.net().width(l));
      kernels.copy(before, pupil.net().weight(l));
      pupil.learn(5);
      kernels.add(before, -1, pupil.net().weight(l));
      double moved = kernels.dot(before, before);
      boolean mayRest = rule == CreditRules.LAST_LAYER && l < pupil.net().layers();
      assertTrue(mayRest ? moved == 0 : moved > 0 && moved < 1e3, rule + " layer " + l);
    }
  }

  @ParameterizedTest
  @EnumSource
  void asksItsTeacherOnlyForItsSignal(CreditRules rule) {
    Pupil pupil = Pupil.of(rule, 5);
    CreditRule bound = pupil.trainer().rule();
    Signal signal = bound.traits().signal();
    bound.observe();
    GuardedLesson lesson = new GuardedLesson(new TargetLesson(pupil.net(), Pupil.SAMPLES));
    bound.teach(lesson);
    assertFalse(lesson.asked().isEmpty());
    assertTrue(
        GuardedLesson.allowed(signal).containsAll(lesson.asked()), "asked " + lesson.asked());
  }

  @ParameterizedTest
  @EnumSource
  void saysWhatItIs(CreditRules rule) {
    Traits traits = Pupil.of(rule, 5).trainer().rule().traits();
    assertFalse(traits.use().isBlank());
    assertFalse(traits.paper().isBlank());
    assertTrue(traits.phases() >= 1);
    assertEquals(rule, CreditRules.of(rule.toString()));
  }

  @ParameterizedTest
  @EnumSource
  void costsAtLeastAForwardPassAndTheUpdateOfOneLayer(CreditRules rule) {
    Pupil pupil = Pupil.of(rule, 5);
    assertTrue(pupil.trainer().rule().macs() > pupil.net().spec().macs());
  }

  @Test
  void anUnknownNameIsAnsweredWithTheKnownOnes() {
    IllegalArgumentException refusal =
        assertThrows(IllegalArgumentException.class, () -> CreditRules.of("foo"));
    assertTrue(String.valueOf(refusal.getMessage()).contains("bp, fa, dfa"));
  }

  @Test
  void otherSeedsGiveOtherBits() {
    Pupil one = Pupil.of(CreditRules.FEEDBACK_ALIGNMENT, 5);
    Pupil other = Pupil.of(CreditRules.FEEDBACK_ALIGNMENT, 6);
    assertNotEquals(one.digest(), other.digest());
  }

  @Test
  void aStateOfAnotherShapeIsRefused() {
    StateWriter out = new StateWriter("other");
    out.put("net.w1", new double[3]);
    StateReader in = new StateReader(out.bytes());
    assertThrows(
        IllegalArgumentException.class, () -> Pupil.of(CreditRules.BACKPROP, 5).trainer().load(in));
  }
}
