package io.olivo.learning.credit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.olivo.learning.Chance;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;
import org.junit.jupiter.api.Test;

class ChangeDetectorTest {
  private static final double DT = .002; // s
  private static final int MINUTE = 30_000; // ticks
  private final Chance chance = new Chance(1);
  private final ChangeDetector detector = new ChangeDetector(DT);

  /** Ticks until the alarm; the whole time when there is none. */
  private int shown(double size, int ticks) {
    for (int t = 0; t < ticks; t++) {
      if (detector.sees(size * Math.abs(chance.normal()))) {
        return t;
      }
    }
    return ticks;
  }

  @Test
  void anErrorAsUsualIsNoChangeWhateverItsUnit() {
    assertEquals(MINUTE, shown(1, MINUTE));
    ChangeDetector small = new ChangeDetector(DT);
    for (int t = 0; t < MINUTE; t++) {
      assertFalse(small.sees(1e-9 * Math.abs(chance.normal())));
    }
  }

  @Test
  void aFourfoldErrorIsNoticedWithinASecond() {
    shown(1, MINUTE);
    assertTrue(shown(4, MINUTE) < 500);
    assertEquals(1, detector.alarms());
    assertEquals(MINUTE, shown(4, MINUTE), "the new size is usual now");
  }

  @Test
  void anErrorThatShrinksIsNoChange() {
    shown(1, MINUTE);
    assertEquals(MINUTE, shown(.1, MINUTE));
  }

  @Test
  void oneGlitchIsNoChangeAndNonsenseIsNotSeen() {
    shown(1, MINUTE);
    assertFalse(detector.sees(1e9));
    assertFalse(detector.sees(Double.NaN));
    assertFalse(detector.sees(Double.POSITIVE_INFINITY));
    assertEquals(MINUTE, shown(1, MINUTE));
  }

  @Test
  void savedInMidStreamItGoesOnBitForBit() {
    shown(1, MINUTE);
    shown(4, 50);
    ChangeDetector other = new ChangeDetector(DT);
    StateWriter out = new StateWriter("c");
    detector.save(out);
    other.load(new StateReader(out.bytes()));
    for (int t = 0; t < 1000; t++) {
      assertEquals(detector.sees(4), other.sees(4));
    }
    assertEquals(1, other.alarms());
  }
}
