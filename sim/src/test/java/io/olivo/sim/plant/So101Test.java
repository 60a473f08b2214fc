package io.olivo.sim.plant;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.olivo.learning.Chance;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class So101Test {
  private static final double TICK = .004; // s
  private static final double[] LENGTH = {.116, .135, .159}; // m
  private static final double[] CENTRE = {.090, .098, .067}; // m
  private static final double[] MASS = {.103, .104, .178}; // kg
  private static final double[] INERTIA = {1.4e-4, 1.5e-4, 1.9e-4}; // kg m^2

  private final So101 arm = new So101();
  private final double[] truth = new double[6];

  private void start(double... pose) {
    arm.start(pose, new Chance(1));
  }

  private double[] after(double seconds, double... goal) {
    for (int t = 0; t < seconds / TICK; t++) {
      arm.step(goal, TICK);
    }
    arm.truth(truth);
    return truth;
  }

  /** From where masses are and how fast they move, around the pan's axis and up [J]. */
  private static double energy(double[] q, double[] dq, double payload) {
    double energy = .5 * (.0005 + .028) * dq[0] * dq[0];
    double out = .030; // of the axes of links
    double up = 0;
    double outRate = 0;
    double upRate = 0;
    double angle = 0;
    double spin = 0;
    for (int i = 0; i < 3; i++) {
      angle += q[i + 1] + (i == 1 ? StrictMath.PI / 2 : 0);
      spin += dq[i + 1];
      double sin = StrictMath.sin(angle);
      double cos = StrictMath.cos(angle);
      energy +=
          point(
              MASS[i],
              out + CENTRE[i] * sin,
              up + CENTRE[i] * cos,
              outRate + CENTRE[i] * cos * spin,
              upRate - CENTRE[i] * sin * spin,
              dq[0]);
      energy += .5 * INERTIA[i] * spin * spin + .5 * .028 * dq[i + 1] * dq[i + 1];
      out += LENGTH[i] * sin;
      up += LENGTH[i] * cos;
      outRate += LENGTH[i] * cos * spin;
      upRate -= LENGTH[i] * sin * spin;
    }
    return energy + point(payload, out, up, outRate, upRate, dq[0]);
  }

  private static double point(
      double mass, double out, double up, double outRate, double upRate, double pan) {
    double around = out * pan;
    return mass * (.5 * (outRate * outRate + upRate * upRate + around * around) + 9.81 * up);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, .3})
  void energyOfTheChainIsKeptAndWhatIsGainedIsTheWorkDone(double payload) {
    PanChain chain = new PanChain();
    chain.load(payload);
    double[] q = {.2, .3, -.4, .5};
    double[] dq = {2, -1, 1.5, .5};
    double[] ddq = new double[4];
    double before = energy(q, dq, payload);
    double work = 0;
    double h = 2e-6;
    for (int t = 0; t < 250_000; t++) { // .5 s
      double[] torque = {.2, 1, -.3 * StrictMath.sin(10 * t * h), .1};
      chain.acceleration(q, dq, torque, ddq);
      for (int i = 0; i < 4; i++) {
        dq[i] += h * ddq[i];
        q[i] += h * dq[i];
        work += torque[i] * h * dq[i];
      }
    }
    assertEquals(work, energy(q, dq, payload) - before, 1e-3, "J");
    assertTrue(Math.abs(work) > .1, "J: " + work);
  }

  @Test
  void aServoGoesWhereItIsToldAndNoFasterThanItCan() {
    start();
    double fastest = 0;
    for (int t = 0; t < 500; t++) {
      arm.step(new double[] {0, 0, 0, 0, 2.5, 0}, TICK);
      fastest = Math.max(fastest, arm.dq[4]);
    }
    arm.truth(truth);
    assertEquals(2.5, truth[4], .01, "rad");
    assertTrue(fastest > 3 && fastest < 5.45, "rad/s: " + fastest);
  }

  @Test
  void aStretchedArmSagsByWeightOverStiffnessAndMoreWithALoad() {
    start(0, StrictMath.PI / 2, -StrictMath.PI / 2, 0, 0, 0);
    double[] goal = {0, StrictMath.PI / 2, -StrictMath.PI / 2, 0, 0, 0};
    double sag = after(3, goal)[1] - goal[1];
    double torque = 9.81 * (.103 * .09 + .104 * (.116 + .098) + .178 * (.251 + .067));
    assertEquals(torque / 35, sag, .2 * torque / 35, "rad");
    arm.set("payload", .1);
    assertTrue(after(3, goal)[1] - goal[1] > 1.3 * sag);
  }

  @Test
  void tooHeavyALoadIsNotHeld() {
    start(0, StrictMath.PI / 2, -StrictMath.PI / 2, 0, 0, 0);
    arm.set("payload", 1);
    double[] goal = {0, StrictMath.PI / 2, -StrictMath.PI / 2, 0, 0, 0};
    assertTrue(after(1, goal)[1] > goal[1] + .3, "rad, 4 N m pull at a servo of 1.91");
  }

  @Test
  void playOfTheGearsCostsTimeAtEveryTurn() {
    double tight = speedAfterTheTurn(0);
    double loose = speedAfterTheTurn(.0175);
    assertTrue(loose > tight + .1, "rad/s: " + loose + ", without play " + tight);
  }

  /** Two ticks after the servo was told to turn round in full motion [rad/s]. */
  private double speedAfterTheTurn(double backlash) {
    arm.set("backlash", backlash);
    start();
    after(.06, 1, 0, 0, 0, 0, 0);
    after(2 * TICK, -1, 0, 0, 0, 0, 0);
    return arm.dq[0];
  }

  @Test
  void savedAndLoadedItGoesOnBitForBit() {
    start();
    after(.4, .5, -.2, .3, .1, -1, 1);
    after(.02, -.5, .2, -.3, -.1, 1, -1);
    StateWriter saved = new StateWriter("plant");
    arm.save(saved);
    So101Test other = new So101Test();
    other.arm.load(new StateReader(saved.bytes()));
    double[] goal = {-.5, .2, -.3, -.1, 1, -1};
    assertArrayEquals(after(.1, goal), other.after(.1, goal));
  }
}
