package io.olivo.sim.plant;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.olivo.learning.Chance;
import org.junit.jupiter.api.Test;

/** What the inverse asks for, put into the equation of motion, gives what was desired. */
class InverseDynamicsTest {
  private static final int TRIALS = 200;
  private static final double DT = .002; // s

  private final Chance chance = new Chance(9);

  private double any(double largest) {
    return chance.uniform(-largest, largest);
  }

  @Test
  void armGetsTheDesiredAccelerationWhateverItsPayloadFrictionAndGain() {
    Arm2 arm = new Arm2();
    double[] torque = new double[2];
    double[] ddq = new double[2];
    for (int trial = 0; trial < TRIALS; trial++) {
      arm.set("payload", chance.uniform());
      arm.set("friction", 3 * chance.uniform());
      arm.set("gain", chance.uniform(.5, 1.5), chance.uniform(.5, 1.5));
      double[] desired = {any(3), any(3), any(5), any(5), any(50), any(50)};
      System.arraycopy(desired, 0, arm.q, 0, 2);
      System.arraycopy(desired, 2, arm.dq, 0, 2);
      arm.invert(desired, torque);
      arm.acceleration(torque, ddq);
      assertArrayEquals(new double[] {desired[4], desired[5]}, ddq, 1e-9, "rad/s^2");
    }
  }

  @Test
  void cartGetsTheDesiredAccelerationWhereverTheLoadSwings() {
    Cart1 cart = new Cart1();
    double[] force = new double[1];
    double[] ddq = new double[2];
    for (int trial = 0; trial < TRIALS; trial++) {
      cart.set("payload", chance.uniform());
      cart.set("friction", 3 * chance.uniform());
      cart.set("gain", chance.uniform(.5, 1.5));
      double[] desired = {any(1), any(2), any(9)};
      cart.q[1] = any(3);
      cart.dq[0] = desired[1];
      cart.dq[1] = any(8);
      cart.invert(desired, force);
      cart.acceleration(force, ddq);
      assertEquals(desired[2], ddq[0], 1e-9, "m/s^2");
    }
  }

  @Test
  void eyeThatMovesAgainstTheHeadGetsTheHeadsAccelerationOfTheLastTick() {
    Gaze2 gaze = new Gaze2();
    gaze.start(new double[0], new Chance(2));
    double[] before = new double[6];
    double[] now = new double[6];
    double[] command = new double[2];
    double[] ddq = new double[2];
    double largest = 0;
    for (int t = 0; t < 3000; t++) {
      gaze.set("cross", any(2));
      gaze.set("gain", chance.uniform(.5, 1.5), chance.uniform(.5, 1.5));
      gaze.outputs(before);
      gaze.step(new double[2], DT);
      gaze.outputs(now);
      for (int i = 0; i < 2; i++) {
        gaze.q[i] = any(.5);
        gaze.dq[i] = -now[i];
      }
      gaze.invert(new double[0], command);
      gaze.acceleration(command, ddq);
      for (int i = 0; i < 2; i++) {
        assertEquals(-(now[i] - before[i]) / DT, ddq[i], 1e-9, "rad/s^2");
        largest = Math.max(largest, Math.abs(ddq[i]));
      }
    }
    assertTrue(largest > 10, "rad/s^2: the head really moved");
  }
}
