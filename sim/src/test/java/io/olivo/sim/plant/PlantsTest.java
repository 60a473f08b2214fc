package io.olivo.sim.plant;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.olivo.learning.Chance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlantsTest {
  @ParameterizedTest
  @ValueSource(strings = {"arm2", "balancer", "cart1", "gaze2", "pantilt", "so101"})
  void everyBenchPlantIsFoundAndEachTimeANewOne(String name) {
    Plant plant = Plants.named(name);
    assertEquals(name, plant.name());
    assertNotSame(plant, Plants.named(name));
  }

  @ParameterizedTest
  @ValueSource(strings = {"arm2", "balancer", "cart1", "gaze2", "pantilt", "so101"})
  void sameSeedAndCommandsGiveTheSameBits(String name) {
    assertArrayEquals(run(name), run(name));
  }

  private static double[] run(String name) {
    Plant plant = Plants.named(name);
    plant.start(new double[0], new Chance(4));
    double[] command = new double[plant.inputs().size()];
    for (int t = 0; t < 3000; t++) {
      command[0] = StrictMath.sin(.01 * t);
      plant.step(command, .002);
    }
    double[] out = new double[plant.outputs().size()];
    plant.outputs(out);
    return out;
  }

  @Test
  void unknownPlantIsAnsweredWithTheKnownOnes() {
    String message =
        assertThrows(IllegalArgumentException.class, () -> Plants.named("arm3")).getMessage();
    assertTrue(message.contains("\"arm3\""), message);
    assertTrue(message.contains("arm2, balancer, cart1, gaze2"), message);
  }

  @Test
  void unknownParameterIsAnsweredWithTheKnownOnes() {
    Plant arm = Plants.named("arm2");
    String message =
        assertThrows(IllegalArgumentException.class, () -> arm.set("mass", 1)).getMessage();
    assertTrue(message.contains("\"mass\""), message);
    assertTrue(message.contains("friction, gain, payload"), message);
    String count =
        assertThrows(IllegalArgumentException.class, () -> arm.set("gain", 1)).getMessage();
    assertTrue(count.contains("arm2.gain takes 2 numbers, got 1"), count);
  }

  @Test
  void momentumOfCartAndLoadIsKeptWithoutForceAndFriction() {
    Cart1 cart = new Cart1();
    cart.set("friction", 0);
    cart.start(new double[] {0, .5}, new Chance(1));
    double fastest = 0;
    for (int t = 0; t < 20_000; t++) { // .2 s; the rod's damping acts on the load alone
      cart.step(new double[1], 1e-5);
      double load = cart.dq[0] + .35 * StrictMath.cos(cart.q[1]) * cart.dq[1];
      assertEquals(0, 1.5 * cart.dq[0] + .3 * load, .01, "N s, along the rail");
      fastest = Math.max(fastest, Math.abs(cart.dq[0]));
    }
    assertTrue(fastest > .1, "m/s: the swinging load really pulls the cart");
  }

  @Test
  void headStandsStillFirstAndThenMovesAsTheBenchSays() {
    Gaze2 gaze = new Gaze2();
    gaze.start(new double[0], new Chance(2));
    double[] out = new double[6];
    double square = 0;
    int ticks = 0;
    for (int t = 0; t < 100_000; t++) { // 200 s
      gaze.step(new double[2], .002);
      gaze.outputs(out);
      double seconds = (t + 1) * .002;
      if (seconds < 3) {
        assertEquals(0, Math.abs(out[0]));
      } else if (seconds > 4) {
        square += out[0] * out[0];
        ticks++;
      }
      assertEquals(out[0], out[2], "the gyro sees the head");
    }
    // 12 sines of amplitude .6/sqrt(6) have an rms of .6 rad/s
    assertEquals(.6, Math.sqrt(square / ticks), .02);
  }

  @Test
  void slipIsHeadPlusEye() {
    Gaze2 gaze = new Gaze2();
    gaze.start(new double[0], new Chance(2));
    gaze.step(new double[] {1, 0}, .002);
    double[] out = new double[6];
    gaze.outputs(out);
    assertEquals(gaze.dq[0], out[4]);
    assertTrue(gaze.dq[0] > gaze.dq[1] && gaze.dq[1] > 0, ".15 of a command moves the other eye");
    double[] truth = new double[2];
    gaze.truth(truth);
    assertEquals(out[4], truth[0]);
  }
}
