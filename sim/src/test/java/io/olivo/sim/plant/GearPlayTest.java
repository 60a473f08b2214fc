package io.olivo.sim.plant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;
import org.junit.jupiter.api.Test;

class GearPlayTest {
  private static final double INERTIA = .01; // kg m^2
  private static final double DT = .01; // s
  private final GearPlay gear = new GearPlay(INERTIA);

  @Test
  void drivesAsIfThereWereNoGapUntilTheTorqueTurnsRound() {
    assertEquals(2, gear.through(2, .1, DT));
    assertEquals(1, gear.through(1, .1, DT));
    assertEquals(0, Math.abs(gear.through(-1, .1, DT)));
  }

  @Test
  void crossesTheGapInTheTimeThatAFreeRotorTakes() {
    gear.through(2, .1, DT);
    double lost = 0;
    for (int t = 0; t < 20; t++) {
      lost += (-2 - gear.through(-2, .1, DT)) / -2 * DT;
    }
    assertEquals(Math.sqrt(2 * .1 * INERTIA / 2), lost, 1e-12, "s");
  }

  @Test
  void noTorqueCrossesNothingAndNoGapLosesNothing() {
    gear.through(2, .1, DT);
    assertEquals(0, Math.abs(gear.through(-.5, .1, DT)));
    assertEquals(0, gear.through(0, .1, DT));
    gear.restart();
    assertEquals(1, gear.through(1, 0, DT));
    assertEquals(-1, gear.through(-1, 0, DT));
  }

  @Test
  void goesOnInTheGapBitForBit() {
    gear.through(2, .1, DT);
    gear.through(-1, .1, DT);
    StateWriter out = new StateWriter("gear");
    gear.save(out, "play");
    GearPlay other = new GearPlay(INERTIA);
    other.load(new StateReader(out.bytes()), "play");
    double drove = 0;
    for (int t = 0; t < 10; t++) {
      double through = gear.through(-1, .1, DT);
      assertEquals(through, other.through(-1, .1, DT));
      drove += through;
    }
    assertTrue(drove < 0);
  }
}
