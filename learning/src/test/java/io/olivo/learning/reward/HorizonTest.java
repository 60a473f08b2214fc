package io.olivo.learning.reward;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;
import org.junit.jupiter.api.Test;

class HorizonTest {
  private final Horizon horizon = new Horizon();

  /** Terminal states so many steps apart. */
  private void live(int terminals, int apart) {
    for (int n = 0; n < terminals; n++) {
      goOn(apart - 1);
      horizon.step(true);
    }
  }

  private void goOn(int steps) {
    for (int t = 0; t < steps; t++) {
      horizon.step(false);
    }
  }

  @Test
  void whereNothingIsTerminalItLooksFiftyStepsAhead() {
    assertEquals(.98, horizon.discount(), 1e-12);
    goOn(100_000);
    assertEquals(.98, horizon.discount(), 1e-12);
  }

  @Test
  void itLooksAsFarAsTerminalStatesLieApart() {
    live(200, 80);
    assertEquals(1 - 1.0 / 80, horizon.discount(), 1e-9);
  }

  @Test
  void noNearerThanFiftyAndNoFartherThanAHundred() {
    live(200, 10);
    assertEquals(.98, horizon.discount(), 1e-12);
    live(200, 1000);
    assertEquals(.99, horizon.discount(), 1e-12);
  }

  @Test
  void whoKeepsAwayFromThemLooksFartherBeforeTheNextOneComes() {
    live(50, 20);
    goOn(75);
    assertEquals(1 - 1.0 / 75, horizon.discount(), 1e-12);
  }

  @Test
  void savedItGoesOnAlike() {
    live(3, 70);
    goOn(5);
    StateWriter out = new StateWriter("horizon");
    horizon.save(out);
    Horizon other = new Horizon();
    other.load(new StateReader(out.bytes()));
    assertEquals(horizon.discount(), other.discount());
    other.step(true);
    double before = horizon.discount();
    horizon.step(true);
    assertTrue(before != horizon.discount(), "the next one counts");
    assertEquals(horizon.discount(), other.discount());
  }
}
