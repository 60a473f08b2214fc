package io.olivo.learning.olive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.olivo.learning.Chance;
import io.olivo.learning.Teaching;
import io.olivo.learning.cerebellum.OldState;
import io.olivo.learning.snapshot.StateWriter;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdentificationTest {
  private static final double DT = .002;
  private static final int LONGEST = 3 * 1250; // ticks: three tries of 2.5 s

  private static OliveConfig config(double inertiaScale, double... limits) {
    return new OliveConfig(DT, limits, OptionalInt.empty(), new double[0], inertiaScale);
  }

  private static Identification of(double... limits) {
    return new Identification(config(1, limits), new Chance(1));
  }

  /** M ddq + b dq = u, whose velocity is seen late. */
  private static final class Mass {
    private final double inertia;
    private final double damping;
    private final double[] seen; // ring of velocities
    private double velocity;
    private int tick;

    Mass(double inertia, double damping, int delayTicks) {
      this.inertia = inertia;
      this.damping = damping;
      seen = new double[delayTicks + 1];
    }

    double read() {
      seen[tick % seen.length] = velocity;
      tick++;
      return seen[tick % seen.length];
    }

    void push(double u) {
      velocity = (velocity + DT * u / inertia) / (1 + DT * damping / inertia); // backward Euler
    }
  }

  @ParameterizedTest
  @CsvSource({".2, .15, 0", ".2, .15, 5", ".06, .15, 10", "1.5, 1, 25", ".012, 1, 40", ".2, 0, 78"})
  void lagAndInertiaOfAMassAreFound(double inertia, double damping, int delayTicks) {
    Identification identification = of(10);
    Mass mass = new Mass(inertia, damping, delayTicks);
    run(identification, new Mass[] {mass}, 0);
    assertEquals(Identification.Stage.DONE, identification.stage());
    assertEquals(delayTicks + 1, identification.lag(), "a command is seen a tick later at best");
    assertEquals(inertia, identification.inertia(0), .05 * inertia);
    assertTrue(identification.residual(0) < .02, "residual " + identification.residual(0));
  }

  @Test
  void aRobustnessRunBelievesInAMultipleOfWhatWasMeasured() {
    Identification plain = new Identification(config(1, 10), new Chance(1));
    Identification twice = new Identification(config(2, 10), new Chance(1));
    run(plain, new Mass[] {new Mass(.2, .15, 3)}, 0);
    run(twice, new Mass[] {new Mass(.2, .15, 3)}, 0);
    assertEquals(2 * plain.inertia(0), twice.inertia(0));
    assertEquals(plain.lag(), twice.lag());
  }

  @Test
  void dampingFeedbackAndNoiseDoNotHideThem() {
    // feedback of gain kd that comes L ticks late looks like an inertia of -kd L dt: here 2 %
    Identification identification = of(10);
    run(identification, new Mass[] {new Mass(.2, .15, 3)}, .5);
    assertEquals(Identification.Stage.DONE, identification.stage());
    assertEquals(4, identification.lag(), 1, "ticks");
    assertEquals(.2, identification.inertia(0), .05 * .2);
  }

  @Test
  void everyOutputHasItsOwnInertia() {
    Identification identification = of(10, 4);
    run(identification, new Mass[] {new Mass(.3, .1, 5), new Mass(.05, .1, 5)}, 0);
    assertEquals(6, identification.lag());
    assertEquals(.3, identification.inertia(0), .05 * .3);
    assertEquals(.05, identification.inertia(1), .05 * .05);
  }

  @Test
  void outputsThatDoNotPullOnEachOtherHaveNoInertiaInCommon() {
    Identification identification = of(10, 4);
    run(identification, new Mass[] {new Mass(.3, .1, 5), new Mass(.05, .1, 5)}, 0);
    assertEquals(0, identification.inertia(0, 1), .02 * .3);
    assertEquals(0, identification.inertia(1, 0), .02 * .3);
  }

  @Test
  void measurementSavedWithoutInertiaBetweenJointsIsStillTaken() {
    Identification measured = of(10, 4);
    run(measured, new Mass[] {new Mass(.3, .1, 5), new Mass(.05, .1, 5)}, 0);
    StateWriter now = new StateWriter("identification");
    measured.save(now);
    now.put("identification.inertia", new double[] {.3, .05}); // as it was told then
    Identification taken = of(10, 4);
    taken.load(OldState.without(now, "identification.inertia.of.0", "identification.inertia.of.1"));
    assertEquals(.3, taken.inertia(0));
    assertEquals(.05, taken.inertia(1));
    assertEquals(0, taken.inertia(0, 1));
    assertEquals(6, taken.lag());
  }

  @Test
  void measurementTakesTwoAndAHalfSeconds() {
    Identification identification = of(10);
    int ticks = run(identification, new Mass[] {new Mass(.2, .15, 5)}, 0);
    assertEquals(2.5, ticks * DT, DT);
  }

  @Test
  void nothingThatMovesIsAFailureAfterThreeTries() {
    Identification identification = of(10);
    Teaching still = new Teaching(1);
    still.tellError(new double[1], new double[1], 0);
    double[] u = new double[1];
    int ticks = 0;
    while (identification.stage() == Identification.Stage.RUNNING && ticks < 2 * LONGEST) {
      identification.dither(u);
      identification.observe(still, u);
      ticks++;
    }
    assertEquals(Identification.Stage.FAILED, identification.stage());
    assertEquals(LONGEST, ticks, 3);
  }

  @Test
  void plantThatMovesTheWrongWayIsAFailure() {
    Identification identification = of(10);
    Mass mass = new Mass(.2, .15, 2);
    double[] u = new double[1];
    Teaching teaching = new Teaching(1);
    for (int t = 0; t < LONGEST + 3; t++) {
      double seen = mass.read();
      identification.dither(u);
      teaching.tellError(new double[1], new double[] {seen}, 0); // the sign of the error is wrong
      if (identification.stage() == Identification.Stage.RUNNING) {
        identification.observe(teaching, u);
      }
      mass.push(u[0]);
    }
    assertEquals(Identification.Stage.FAILED, identification.stage());
  }

  @Test
  void ditherIsFivePercentOfTheLimitAndChangesItsSignEvery10To50Milliseconds() {
    Identification identification = of(10, 4);
    double[] u = new double[2];
    double before = 0;
    int held = 0;
    int switches = 0;
    for (int t = 0; t < 5000; t++) {
      identification.dither(u);
      assertEquals(.5, Math.abs(u[0]), 1e-15);
      assertEquals(.2, Math.abs(u[1]), 1e-15);
      if (u[0] != before && before != 0) {
        assertTrue(held * DT >= .01 - DT / 2, "held for " + held + " ticks");
        switches++;
        held = 0;
      }
      held++;
      before = u[0];
    }
    assertTrue(switches > 100, "10 s of dither with draws every 30 ms switch about 170 times");
  }

  /** Runs until it is decided; how many ticks that took. */
  private static int run(Identification identification, Mass[] mass, double damping) {
    int n = mass.length;
    double[] u = new double[n];
    double[] rate = new double[n];
    Teaching teaching = new Teaching(n);
    Chance noise = new Chance(9);
    int ticks = 0;
    while (identification.stage() == Identification.Stage.RUNNING && ticks < LONGEST) {
      for (int j = 0; j < n; j++) {
        rate[j] = -mass[j].read() + (damping > 0 ? 1e-3 * noise.normal() : 0);
      }
      identification.dither(u);
      teaching.tellError(new double[n], rate, 0);
      identification.observe(teaching, u);
      for (int j = 0; j < n; j++) {
        mass[j].push(u[j] + damping * rate[j]);
      }
      ticks++;
    }
    return ticks;
  }
}
