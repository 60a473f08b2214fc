package io.olivo.sim.plant;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.olivo.learning.Chance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Energy is written from the points' velocities here, not from the equation of motion. */
class Arm2Test {
  private static final double[] POSE = {1.2, .8}; // rad
  private static final double TICK = .002; // s

  private final Arm2 arm = new Arm2();
  private final double[] q = new double[2];

  private void start(double... pose) {
    arm.start(pose, new Chance(1));
  }

  /** Potential energy [J], from heights of the centres of mass. */
  private static double potential(double[] q, double payload) {
    double y1 = -.15 * StrictMath.cos(q[0]);
    double elbow = -.3 * StrictMath.cos(q[0]);
    double y2 = elbow - .15 * StrictMath.cos(q[0] + q[1]);
    double tip = elbow - .3 * StrictMath.cos(q[0] + q[1]);
    return 9.81 * (1.5 * y1 + y2 + payload * tip);
  }

  /** Kinetic energy [J], from velocities of the centres of mass and spins. */
  private static double kinetic(double[] q, double[] dq, double payload) {
    double both = q[0] + q[1];
    double spin = dq[0] + dq[1];
    double ex = .3 * StrictMath.cos(q[0]) * dq[0];
    double ey = .3 * StrictMath.sin(q[0]) * dq[0];
    double c1 = .15 * dq[0];
    double x2 = ex + .15 * StrictMath.cos(both) * spin;
    double y2 = ey + .15 * StrictMath.sin(both) * spin;
    double xt = ex + .3 * StrictMath.cos(both) * spin;
    double yt = ey + .3 * StrictMath.sin(both) * spin;
    return .5 * (1.5 * c1 * c1 + .012 * dq[0] * dq[0])
        + .5 * (x2 * x2 + y2 * y2 + .008 * spin * spin)
        + .5 * payload * (xt * xt + yt * yt)
        + .5 * .03 * (dq[0] * dq[0] + dq[1] * dq[1]);
  }

  private double energy(double payload) {
    arm.truth(q);
    return kinetic(q, arm.dq, payload) + potential(q, payload);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, .7})
  void energyIsKeptWithoutFrictionAndTorque(double payload) {
    arm.set("friction", 0);
    arm.set("payload", payload);
    start(POSE);
    double before = energy(payload);
    double dt = 1e-5;
    double largestKinetic = 0;
    for (int t = 0; t < 200_000; t++) { // 2 s
      arm.step(new double[2], dt);
      assertEquals(before, energy(payload), 2e-3, "J, at a first-order step of 2.5 us");
      largestKinetic = Math.max(largestKinetic, kinetic(q, arm.dq, payload));
    }
    assertTrue(largestKinetic > 1, "J: it really swung");
  }

  @Test
  void energyGainedIsTheWorkDoneByTheTorques() {
    arm.set("friction", 0);
    start(POSE);
    double before = energy(0);
    double work = 0;
    double dt = 1e-5;
    for (int t = 0; t < 100_000; t++) {
      double[] u = {3 * StrictMath.sin(5 * t * dt), 1};
      double q0 = q[0];
      double q1 = q[1];
      arm.step(u, dt);
      arm.truth(q);
      work += u[0] * (q[0] - q0) + u[1] * (q[1] - q1);
    }
    assertEquals(work, energy(0) - before, 2e-3, "J");
    assertTrue(Math.abs(work) > .1, "J");
  }

  @Test
  void frictionOnlyTakesEnergyAwayAndStopsTheArmHanging() {
    start(POSE);
    double before = energy(0);
    for (int t = 0; t < 20_000; t++) {
      arm.step(new double[2], TICK);
      double now = energy(0);
      assertTrue(now <= before + 1e-3, "J, at the bench's step of .5 ms");
      before = now;
    }
    assertEquals(0, q[0] + q[1], .1, "hangs, as far as dry friction lets it");
  }

  @Test
  void hangingArmStaysAndGravityPullsItDown() {
    start(0, 0);
    arm.step(new double[2], TICK);
    arm.truth(q);
    assertArrayEquals(new double[2], q);
    start(.5, 0);
    arm.step(new double[2], TICK);
    arm.truth(q);
    assertTrue(q[0] < .5);
  }

  @Test
  void torqueThatBalancesGravityHoldsTheArm() {
    start(POSE);
    double tip = .15 * 9.81 * StrictMath.sin(2.0);
    double shoulder = (1.5 * .15 + .3) * 9.81 * StrictMath.sin(1.2) + tip;
    for (int t = 0; t < 100; t++) {
      arm.step(new double[] {shoulder, tip}, TICK);
    }
    arm.truth(q);
    assertArrayEquals(POSE, q, 1e-9);
  }

  @Test
  void gainScalesWhatTheMotorsDo() {
    start(0, 0);
    arm.set("gain", 0, 0);
    arm.step(new double[] {10, 10}, TICK);
    arm.truth(q);
    assertArrayEquals(new double[2], q);
  }

  @Test
  void handIsWhereTheLinksEnd() {
    double[] hand = new double[2];
    Arm2.hand(new double[] {0, 0}, hand);
    assertArrayEquals(new double[] {0, -.6}, hand, 1e-15, "hanging");
    Arm2.hand(new double[] {StrictMath.PI / 2, 0}, hand);
    assertArrayEquals(new double[] {.6, 0}, hand, 1e-15, "stretched out");
    Arm2.hand(new double[] {0, StrictMath.PI / 2}, hand);
    assertArrayEquals(new double[] {.3, -.3}, hand, 1e-15, "elbow bent");
  }
}
