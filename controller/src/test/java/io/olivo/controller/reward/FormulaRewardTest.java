package io.olivo.controller.reward;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.olivo.learning.FeatureMap.Kind;
import io.olivo.learning.Formulas;
import io.olivo.learning.Formulas.Input;
import io.olivo.learning.Teaching;
import io.olivo.learning.Teaching.Ending;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class FormulaRewardTest {
  private final FormulaReward falls = reward("angle", "abs(angle) - 0.5");
  private final Teaching teaching = new Teaching(1);

  private static FormulaReward reward(String... formulas) {
    return new FormulaReward(1, formulas(formulas));
  }

  private static Formulas formulas(String... formulas) {
    List<Input> inputs = Arrays.stream(formulas).map(text -> new Input(Kind.OTHER, text)).toList();
    return new Formulas(inputs, List.of("angle"), List.of());
  }

  private void tick(FormulaReward reward, double angle) {
    teaching.clear();
    reward.command(new double[] {angle}, new double[0], new double[1]);
    reward.teach(teaching);
  }

  @Test
  void theRewardIsTheFormulaAndNothingEndsWithoutASecondOne() {
    FormulaReward endless = reward("2 * angle");
    tick(endless, 7);
    assertEquals(14, teaching.reward());
    assertEquals(Ending.NONE, teaching.ending());
    assertFalse(endless.isOver());
  }

  @Test
  void aboveZeroItIsOverForGoodAndTheRewardStillCounts() {
    tick(falls, .5);
    assertEquals(Ending.NONE, teaching.ending());
    tick(falls, -.6);
    assertEquals(Ending.TERMINAL, teaching.ending());
    assertEquals(-.6, teaching.reward());
    assertTrue(falls.isOver());
  }

  @Test
  void afterTheRestartItIsNotOver() {
    tick(falls, 1);
    falls.restart();
    assertFalse(falls.isOver());
  }

  @Test
  void anEndThatIsNoNumberIsNone() {
    tick(falls, Double.NaN);
    assertEquals(Ending.NONE, teaching.ending());
  }

  @Test
  void savedBetweenFallAndRestartItIsStillOver() {
    tick(falls, 1);
    StateWriter out = new StateWriter("reward");
    falls.save(out);
    FormulaReward other = reward("angle", "abs(angle) - 0.5");
    other.load(new StateReader(out.bytes()));
    assertTrue(other.isOver());
    other.load(new StateReader(new StateWriter("older").bytes()));
    assertFalse(other.isOver());
  }

  @Test
  void moreThanTwoFormulasAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> reward("angle", "angle", "angle"));
    assertThrows(IllegalArgumentException.class, () -> new FormulaReward(1, formulas()));
  }
}
