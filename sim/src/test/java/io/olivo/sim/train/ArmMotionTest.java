package io.olivo.sim.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.olivo.learning.Chance;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** The torques are checked against Lagrange's equation, written from the points' velocities. */
class ArmMotionTest {
  private static final double DT = .01; // s
  private static final double H = 1e-4; // rad, rad/s and s of the differences

  /** Lagrangian [J] of masses at their places; motion is q1, q2, dq1, dq2; q1 from horizontal. */
  private static double lagrangian(double[] motion, double m2) {
    double both = motion[0] + motion[1];
    double spin = motion[2] + motion[3];
    double vx = -.35 * StrictMath.sin(motion[0]) * motion[2] - .15 * StrictMath.sin(both) * spin;
    double vy = .35 * StrictMath.cos(motion[0]) * motion[2] + .15 * StrictMath.cos(both) * spin;
    double v1 = .17 * motion[2];
    double kinetic =
        .5 * (1.2 * v1 * v1 + .02 * motion[2] * motion[2])
            + .5 * (m2 * (vx * vx + vy * vy) + .015 * spin * spin);
    double y1 = .17 * StrictMath.sin(motion[0]);
    double y2 = .35 * StrictMath.sin(motion[0]) + .15 * StrictMath.sin(both);
    return kinetic - 9.81 * (1.2 * y1 + m2 * y2);
  }

  /** dL/d motion[i], by central difference. */
  private static double slope(double[] motion, int i, double m2) {
    double[] more = motion.clone();
    double[] less = motion.clone();
    more[i] += H;
    less[i] -= H;
    return (lagrangian(more, m2) - lagrangian(less, m2)) / (2 * H);
  }

  /** d/dt dL/ddq - dL/dq. */
  private static double lagrange(double[] motion, int joint, double m2) {
    double later = slope(after(motion, H), 2 + joint, m2);
    double earlier = slope(after(motion, -H), 2 + joint, m2);
    return (later - earlier) / (2 * H) - slope(Arrays.copyOf(motion, 4), joint, m2);
  }

  private static double[] after(double[] motion, double seconds) {
    double[] state = new double[4];
    for (int i = 0; i < 2; i++) {
      state[i] = motion[i] + seconds * (motion[2 + i] + seconds * motion[4 + i] / 2);
      state[2 + i] = motion[2 + i] + seconds * motion[4 + i];
    }
    return state;
  }

  @Test
  void torqueIsWhatLagrangesEquationAsksForAndFriction() {
    ArmMotion arm = new ArmMotion();
    Chance chance = new Chance(3);
    double[] torque = new double[2];
    for (int trial = 0; trial < 200; trial++) {
      double[] motion = new double[6];
      Arrays.setAll(motion, i -> chance.uniform(-1, 1) * new double[] {3, 5, 30}[i / 2]);
      boolean payload = trial % 2 == 1;
      arm.torque(motion, payload, torque);
      for (int i = 0; i < 2; i++) {
        double friction = .3 * StrictMath.tanh(5 * motion[2 + i]);
        double expected = lagrange(motion, i, payload ? 1.5 : 1) + friction;
        assertEquals(expected, torque[i], 1e-4, "N m");
      }
    }
  }

  @Test
  void positionsAreTheSumOfVelocitiesAndTheseOfAccelerations() {
    Reaches reaches = new Reaches(new Chance(5), DT);
    double[][] motion = new double[2000][6];
    for (double[] one : motion) {
      reaches.next(one);
    }
    for (int t = 1; t + 1 < motion.length; t++) {
      for (int i = 0; i < 4; i++) {
        double change = motion[t + 1][i] - motion[t - 1][i];
        double rates = motion[t - 1][i + 2] + 4 * motion[t][i + 2] + motion[t + 1][i + 2];
        // Simpson's rule; the jerk's step between reaches, below 3000 rad/s^3, costs the rest
        assertEquals(change, rates * DT / 3, i < 2 ? 3e-4 : 3e-2);
      }
    }
  }

  @Test
  void motionStaysInTheWorkspaceAndStandsStillBetweenReaches() {
    Reaches reaches = new Reaches(new Chance(6), DT);
    double[] motion = new double[6];
    int still = 0;
    for (int t = 0; t < 20_000; t++) {
      reaches.next(motion);
      for (int i = 0; i < 2; i++) {
        double low = Reaches.LOWEST_GOAL[i] - 1e-12;
        assertTrue(motion[i] > low && motion[i] < Reaches.HIGHEST_GOAL[i] + 1e-12);
      }
      still += motion[2] == 0 && motion[3] == 0 && motion[4] == 0 && motion[5] == 0 ? 1 : 0;
    }
    assertEquals(20_000 * DT / .7, still, 20, "reaches take .7 s in the mean");
  }

  @Test
  void rowsTellMotionAndTorqueInTheirUnits() {
    Samples.Part train = ArmMotion.samples(8, 300, 10).train();
    ArmMotion arm = new ArmMotion();
    assertEquals(8, train.inputs());
    double[] torque = new double[2];
    for (int row = 0; row < train.size(); row++) {
      float[] x = train.x(row);
      double[] motion = {
        StrictMath.atan2(x[0], x[2]),
        StrictMath.atan2(x[1], x[3]),
        2 * x[4],
        2 * x[5],
        10 * x[6],
        10 * x[7]
      };
      arm.torque(motion, false, torque);
      assertEquals(torque[0], 4 * train.y(row)[0], 1e-5, "N m");
      assertEquals(torque[1], 1.5 * train.y(row)[1], 1e-5, "N m");
    }
  }

  @Test
  void sameSeedGivesTheSameBits() {
    Samples once = ArmMotion.samples(4, 500, 100);
    Samples again = ArmMotion.samples(4, 500, 100);
    for (int row = 0; row < 500; row++) {
      assertArrayEquals(once.train().x(row), again.train().x(row));
      assertArrayEquals(once.train().y(row), again.train().y(row));
    }
    for (int row = 0; row < 100; row++) {
      assertArrayEquals(once.test().x(row), again.test().x(row));
      assertArrayEquals(once.test().y(row), again.test().y(row));
    }
    assertFalse(
        Arrays.equals(once.train().x(0), ArmMotion.samples(5, 1, 1).train().x(0)), "other seed");
  }

  @Test
  void payloadPullsFromItsRowOnAndInTheTestRows() {
    Samples light = ArmMotion.samples(4, 500, 100);
    Samples loaded = ArmMotion.samples(4, 500, 100, 200);
    for (int row = 0; row < 500; row++) {
      assertArrayEquals(light.train().x(row), loaded.train().x(row), "the motion is the same");
      boolean same = Arrays.equals(light.train().y(row), loaded.train().y(row));
      assertEquals(row < 200, same, "row " + row);
    }
    for (int row = 0; row < 100; row++) {
      assertFalse(Arrays.equals(light.test().y(row), loaded.test().y(row)));
    }
    assertThrows(IllegalArgumentException.class, () -> ArmMotion.samples(4, 500, 100, 501));
  }

  /** Half of the workspace's width and height each hold their share, though the stream lingers. */
  @Test
  void testRowsCoverTheWorkspace() {
    Samples.Part test = ArmMotion.samples(9, 10, 4000).test();
    int[] quarter = new int[4];
    for (int row = 0; row < test.size(); row++) {
      float[] x = test.x(row);
      int right = StrictMath.atan2(x[0], x[2]) > .3 ? 1 : 0;
      int bent = StrictMath.atan2(x[1], x[3]) > 1.35 ? 2 : 0;
      quarter[right + bent]++;
    }
    for (int one : quarter) {
      assertTrue(one > 400, Arrays.toString(quarter));
    }
  }
}
