package io.olivo.sim.plant;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.olivo.learning.Chance;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;
import org.junit.jupiter.api.Test;

class PanTiltTest {
  private static final double TICK = .005; // s

  private final PanTilt head = new PanTilt();
  private final double[] out = new double[4];

  private void start() {
    head.start(new double[0], new Chance(2));
  }

  private void after(double seconds, double... goal) {
    for (int t = 0; t < seconds / TICK; t++) {
      head.step(goal, TICK);
    }
    head.outputs(out);
  }

  @Test
  void theBaseStandsStillFirstAndThenSways() {
    start();
    after(2.9, 0, 0);
    assertEquals(0, Math.abs(out[0]));
    double square = 0;
    int ticks = 0;
    after(1.5, 0, 0);
    for (int t = 0; t < 40_000; t++) { // 200 s
      after(TICK, 0, 0);
      square += out[0] * out[0];
      ticks++;
    }
    assertEquals(.6, Math.sqrt(square / ticks), .03, "rad/s, of 12 sines of .6/sqrt(6)");
  }

  @Test
  void aServoGoesWhereItIsToldNoFasterThanItCan() {
    start();
    double fastest = 0;
    for (int t = 0; t < 200; t++) {
      head.step(new double[] {1, 0}, TICK);
      fastest = Math.max(fastest, head.dq[0]);
    }
    assertEquals(1, head.q[0], .01, "rad");
    assertTrue(fastest > 6 && fastest <= 9, "rad/s: " + fastest);
  }

  @Test
  void weightPullsAtPitchAloneAndALoadPullsMore() {
    start();
    after(1, 0, 0);
    assertEquals(-.02, head.q[1], .005, "rad");
    assertEquals(0, head.q[0], 1e-6, "rad");
    head.set("payload", .2);
    after(1, 0, 0);
    assertEquals(-.06, head.q[1], .01, "rad");
  }

  @Test
  void theCameraFeelsBaseAndServoAndATenthOfTheOtherServo() {
    start();
    after(4.5, 0, 0);
    after(2 * TICK, .5, 0);
    assertEquals(out[0] + head.dq[0] + .1 * head.dq[1], out[2]);
    assertEquals(out[1] + head.dq[1] + .1 * head.dq[0], out[3]);
    assertTrue(head.dq[0] > 1, "rad/s: it really moved");
    double[] truth = new double[2];
    head.truth(truth);
    assertArrayEquals(new double[] {out[2], out[3]}, truth);
  }

  @Test
  void savedAndLoadedItGoesOnBitForBit() {
    start();
    after(5, .3, -.3);
    StateWriter saved = new StateWriter("plant");
    head.save(saved);
    PanTiltTest other = new PanTiltTest();
    other.head.load(new StateReader(saved.bytes()));
    after(.1, -.3, .3);
    other.after(.1, -.3, .3);
    assertArrayEquals(out, other.out);
  }
}
