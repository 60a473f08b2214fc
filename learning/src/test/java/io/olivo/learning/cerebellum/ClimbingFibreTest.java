package io.olivo.learning.cerebellum;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.olivo.learning.Chance;
import io.olivo.learning.Learner;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;
import io.olivo.learning.textbook.NoLearner;
import java.util.Arrays;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ClimbingFibreTest {
  private static final int TICKS = 100_000; // 200 s
  private static final double UNIT = .5; // s: 5 % of the limit of 10
  private final Chance chance = new Chance(4);

  private static CerebellarConfig config(ClimbingFibreMode mode, double hertz, int outputs) {
    double[] limits = new double[outputs];
    double[] inertia = new double[outputs];
    Arrays.fill(limits, 10);
    Arrays.fill(inertia, .5);
    return new CerebellarConfig(
            Disturbed.DT,
            limits,
            Disturbed.GRANULES,
            OptionalInt.of(1),
            inertia,
            1,
            CerebellarConstants.STANDARD)
        .withClimbingFibre(mode, hertz);
  }

  private static CerebellarLearner learner(ClimbingFibreMode mode, double hertz) {
    return new CerebellarLearner(Disturbed.PHASE, config(mode, hertz, 1));
  }

  @Test
  void continuousErrorPassesOnEveryTickAndDrawsNothing() {
    ClimbingFibre fibre = new ClimbingFibre(config(ClimbingFibreMode.CONTINUOUS, 10, 2), chance);
    assertTrue(fibre.fires(new double[] {.25, -7}));
    assertEquals(.25, fibre.carried(0));
    assertEquals(-7, fibre.carried(1));
    assertEquals(new Chance(4).bits(), chance.bits(), "nothing was drawn");
  }

  /** Spontaneous at a tenth of the rate, full rate from one unit of error on. */
  @ParameterizedTest
  @CsvSource({"0, 10, 1", ".25, 10, 5.5", ".5, 10, 10", "-4, 10, 10", "4, 50, 50", "0, 50, 5"})
  void eventsComeAtTheRateThatTheErrorAsksFor(double error, double hertz, double expected) {
    ClimbingFibre fibre = new ClimbingFibre(config(ClimbingFibreMode.GRADED, hertz, 1), chance);
    int events = 0;
    for (int t = 0; t < TICKS; t++) {
      events += fibre.fires(new double[] {error}) ? 1 : 0;
    }
    double deviations = Math.abs(events - 200 * expected) / Math.sqrt(200 * expected);
    assertTrue(deviations < 4, events + " events in 200 s, expected " + 200 * expected);
  }

  @Test
  void gradedEventCarriesTheErrorAndAllOrNoneOnlyItsSign() {
    assertArrayEquals(new double[] {3, -.2}, atTheFirstEventOfEach(ClimbingFibreMode.GRADED));
    assertArrayEquals(
        new double[] {UNIT, -UNIT}, atTheFirstEventOfEach(ClimbingFibreMode.ALL_OR_NONE));
  }

  private double[] atTheFirstEventOfEach(ClimbingFibreMode mode) {
    ClimbingFibre fibre = new ClimbingFibre(config(mode, 50, 2), chance);
    double[] first = new double[2];
    for (int t = 0; t < TICKS; t++) {
      boolean any = fibre.fires(new double[] {3, -.2});
      assertEquals(any, fibre.carried(0) != 0 || fibre.carried(1) != 0);
      for (int j = 0; j < 2; j++) {
        first[j] = first[j] == 0 ? fibre.carried(j) : first[j];
      }
    }
    return first;
  }

  @Test
  void withoutAnEventNothingIsLearnedAndTheCovarianceStays() {
    Learner rare = learner(ClimbingFibreMode.GRADED, 1e-9);
    StateReader before = new StateReader(saved(rare).bytes());
    new Disturbed().run(rare, 5);
    StateReader after = new StateReader(saved(rare).bytes());
    for (int i = 0; i < Disturbed.PRODUCTS; i++) {
      assertArrayEquals(
          before.values("rls.covariance." + i), after.values("rls.covariance." + i), 0);
    }
    assertArrayEquals(new double[Disturbed.PRODUCTS], after.values("weights.products.0"), 0);
  }

  @ParameterizedTest
  @EnumSource(ClimbingFibreMode.class)
  void learnsInEveryMode(ClimbingFibreMode mode) {
    double alone = new Disturbed().run(new NoLearner(1), 4);
    Disturbed plant = new Disturbed();
    Learner learner = learner(mode, 50);
    plant.run(learner, 40);
    double left = plant.run(learner, 4);
    double share = mode == ClimbingFibreMode.CONTINUOUS ? .05 : .3;
    assertTrue(left < share * alone, left + " rad left of " + alone);
  }

  @Test
  void eventsGoOnBitForBitAfterLoading() {
    Learner one = learner(ClimbingFibreMode.GRADED, 50);
    Disturbed plant = new Disturbed();
    plant.run(one, 3);
    Disturbed samePlant = new Disturbed();
    Learner before = learner(ClimbingFibreMode.GRADED, 50);
    samePlant.run(before, 3);
    Learner after = learner(ClimbingFibreMode.GRADED, 50);
    after.load(new StateReader(saved(before).bytes()));
    plant.run(one, 3);
    samePlant.run(after, 3);
    assertEquals(saved(one).digest(), saved(after).digest());
  }

  @Test
  void rateThatIsNoneOrAboveTheTicksIsRefused() {
    for (double wrong : new double[] {0, -1, 501, Double.NaN}) {
      assertThrows(
          IllegalArgumentException.class, () -> config(ClimbingFibreMode.GRADED, wrong, 1));
    }
  }

  private static StateWriter saved(Learner learner) {
    StateWriter out = new StateWriter("cerebellum");
    learner.save(out);
    return out;
  }
}
