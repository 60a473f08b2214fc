package io.olivo.sim.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.olivo.learning.Chance;
import io.olivo.learning.Learner;
import io.olivo.learning.Teaching;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;
import io.olivo.sim.plant.Arm2;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SlotineLiTest {
  private static final double DT = .002; // s
  private static final double[] KP = {60, 30};
  private static final double[] KD = {4, 1.5};

  private final Chance chance = new Chance(4);

  private static SlotineLi measured() {
    return SlotineLi.onMeasured(new int[] {0, 1}, new int[] {2, 3}, KP, KD, 1, DT);
  }

  private double[] random(int size) {
    double[] values = new double[size];
    Arrays.setAll(values, i -> chance.uniform(-3, 3));
    return values;
  }

  private static double[] act(Learner learner, double[] state, double[] desired) {
    double[] learned = new double[2];
    learner.act(state, desired, learned);
    return learned;
  }

  private static void teach(Learner learner, double[] error, double[] rate) {
    Teaching teaching = new Teaching(2);
    teaching.tellError(error, rate, 1);
    learner.learn(teaching, new double[2]);
  }

  private static StateWriter saved(Learner learner) {
    StateWriter out = new StateWriter("l");
    learner.save(out);
    return out;
  }

  /** The bench arm's parameters, by hand from its masses and lengths. */
  private static double[] truth(double mp, double fs) {
    double m2 = .15 + .3 * mp;
    return new double[] {
      .012 + 1.5 * .0225 + .03 + (1 + mp) * .09,
      .008 + .0225 + .09 * mp,
      .3 * m2,
      1.5 * .15 + (1 + mp) * .3,
      m2,
      .15 * fs,
      .15 * fs,
      .35 * fs,
      .35 * fs,
      .03
    };
  }

  private static void know(Learner learner, double[] parameters) {
    StateWriter out = new StateWriter("l");
    out.put("parameters", parameters);
    out.put("lead.velocity", new double[2]);
    out.put("lead.acceleration", new double[2]);
    learner.load(new StateReader(out.bytes()));
  }

  @Test
  void regressorTimesTrueParametersIsTheInverseDynamics() {
    Arm2 arm = new Arm2();
    Learner desired = SlotineLi.onDesired(1, DT);
    Learner measured = measured();
    double[] torque = new double[2];
    for (int trial = 0; trial < 200; trial++) {
      double mp = chance.uniform();
      double fs = 2 * chance.uniform();
      arm.set("payload", mp);
      arm.set("friction", fs);
      know(desired, truth(mp, fs));
      know(measured, truth(mp, fs));
      double[] motion = random(6);
      arm.invert(motion, torque);
      assertArrayEquals(torque, act(desired, new double[4], motion), 1e-12, "N m");
      assertArrayEquals(torque, act(measured, motion, motion), 1e-12, "N m, on the path");
    }
  }

  /** Power through Coriolis terms vanishes: v'(dM/dt - 2C)v = 0, the property the proof needs. */
  @Test
  void coriolisMatrixIsTheOneThatMakesTheProofHold() {
    double dt = 1e-6;
    for (int trial = 0; trial < 50; trial++) {
      double[] q = random(2);
      double[] dq = random(2);
      double[] v = random(2);
      double[] later = {q[0] + dq[0] * dt, q[1] + dq[1] * dt};
      double growth = (energy(later, v) - energy(q, v)) * 2 / dt; // v' dM/dt v
      double power = dot(v, times(q, dq, v, new double[2]));
      assertEquals(growth, 2 * power, 1e-4);
    }
  }

  /** v' M(q) v / 2. */
  private static double energy(double[] q, double[] v) {
    return dot(v, times(q, new double[2], new double[2], v)) / 2;
  }

  /** M(q) a + C(q, dq) v: the first three parameters and the rotor, no gravity, no friction. */
  private static double[] times(double[] q, double[] dq, double[] v, double[] a) {
    double[] inertia = truth(.2, 1);
    Arrays.fill(inertia, 3, 9, 0);
    ArmRegressor regressor = new ArmRegressor();
    regressor.fill(q, dq, v, a, new double[2]);
    return new double[] {regressor.times(inertia, 0), regressor.times(inertia, 1)};
  }

  private static double dot(double[] a, double[] b) {
    return a[0] * b[0] + a[1] * b[1];
  }

  @Test
  void feedbackEffortIsTheCompositeErrorThatLeadsTheReference() {
    Learner learner = measured();
    double e = .1;
    double de = -.3;
    teach(learner, new double[] {0, KP[1] * e + KD[1] * de}, new double[] {0, de});
    assertArrayEquals(new double[] {0, KP[1] / KD[1] * e}, entry(learner, "lead.velocity"), 1e-12);
    assertArrayEquals(
        new double[] {0, KP[1] / KD[1] * de}, entry(learner, "lead.acceleration"), 1e-12);
    learner.interrupt();
    assertArrayEquals(new double[2], entry(learner, "lead.velocity"));
  }

  private static double[] entry(Learner learner, String name) {
    double[] values = new double[name.equals("parameters") ? 10 : 2];
    new StateReader(saved(learner).bytes()).get(name, values);
    return values;
  }

  @Test
  void oneStepGoesAlongTheRegressorTransposed() {
    Learner learner = SlotineLi.onDesired(.5, DT);
    double[] rest = {.4, .6, 0, 0, 0, 0};
    act(learner, new double[4], rest);
    teach(learner, new double[] {2, 3}, new double[2]);
    double[] moved = new double[10];
    moved[3] = .5 * DT * .05 * 9.81 * StrictMath.sin(.4) * 2;
    moved[4] = .5 * DT * .05 * 9.81 * StrictMath.sin(1) * (2 + 3);
    assertArrayEquals(moved, entry(learner, "parameters"), 1e-15);
  }

  @Test
  void frozenOrTaughtNonsenseItKeepsItsParameters() {
    for (Learner learner : new Learner[] {measured(), SlotineLi.onDesired(1, DT)}) {
      live(learner, 5, 1);
      double[] before = entry(learner, "parameters");
      learner.freeze(true);
      live(learner, 5, 2);
      learner.freeze(false);
      act(learner, random(4), random(6));
      teach(learner, new double[] {Double.NaN, 1}, new double[2]);
      assertEquals(before[3], entry(learner, "parameters")[3], "NaN of the first joint");
      learner.learn(new Teaching(2), new double[2]);
      live(learner, 5, 3);
      assertFalse(Arrays.equals(before, entry(learner, "parameters")), "thawed, it learns again");
    }
  }

  private static void live(Learner learner, int ticks, long seed) {
    Chance stream = new Chance(seed);
    for (int t = 0; t < ticks; t++) {
      double[] all = new double[14];
      Arrays.setAll(all, i -> stream.normal());
      act(learner, Arrays.copyOf(all, 4), Arrays.copyOfRange(all, 4, 10));
      teach(learner, new double[] {all[10], all[11]}, new double[] {all[12], all[13]});
    }
  }

  @Test
  void savedInMidStreamItGoesOnBitForBit() {
    Learner learner = measured();
    live(learner, 50, 1);
    Learner other = measured();
    other.load(new StateReader(saved(learner).bytes()));
    live(learner, 50, 2);
    live(other, 50, 2);
    assertEquals(saved(learner).digest(), saved(other).digest());
  }

  @Test
  void feedbackWithoutDampingIsRefusedWithTheReason() {
    String message =
        assertThrows(
                IllegalArgumentException.class,
                () -> SlotineLi.onMeasured(new int[2], new int[2], KP, new double[] {4, 0}, 1, DT))
            .getMessage();
    assertTrue(message.contains("kd, got 0.0"), message);
  }
}
