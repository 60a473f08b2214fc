package io.olivo.learning.cerebellum;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EvidenceTest {
  private static final double DT = .002;
  private static final double USUAL = 1e-3; // n0
  private static final int[] PREDICTION = {0, 1, 5}; // of each slot, whatever the sample

  private final CerebellarConfig config =
      new CerebellarConfig(
          DT,
          new double[] {10},
          0,
          OptionalInt.of(1),
          new double[] {.2},
          1,
          CerebellarConstants.STANDARD);
  private final Evidence evidence = new Evidence(config);
  private final SlotErrors errors = new SlotErrors(config.constants().slots(), 1, DT);
  private final Readout[] slot = new Readout[PREDICTION.length];

  @BeforeEach
  void fillSlots() {
    for (int c = 0; c < slot.length; c++) {
      slot[c] = new Readout(1, 1, 0);
      slot[c].products[0][0] = PREDICTION[c];
    }
  }

  /** Ticks until slot {@code c} convinces, while the plant needs y and slot 0 is in use. */
  private int ticksUntil(int c, double y, double live) {
    int ticks = 0;
    while (evidence.convinced(errors, slot.length, 0) != c && ticks < 5000) {
      for (int s = 0; s < slot.length; s++) {
        errors.follow(s, slot[s], new double[] {y}, new double[] {1}, new double[0]);
      }
      evidence.weigh(errors, slot.length, 0, live, USUAL);
      ticks++;
    }
    return ticks;
  }

  @Test
  void plantThatIsRememberedIsRecognisedWithinTwoFifthsOfASecond() {
    ticksUntil(-1, 0, USUAL); // ten seconds of the plant in use
    double seconds = DT * ticksUntil(1, 1, USUAL);
    assertTrue(seconds < .4, "it took " + seconds + " s");
  }

  @Test
  void plantInUseIsNeverLeftWhileItFits() {
    assertEquals(5000, ticksUntil(-1, 0, USUAL));
  }

  @Test
  void rememberedPlantThatFitsNoBetterDoesNotConvince() {
    assertEquals(5000, ticksUntil(1, .5, USUAL), "as far from the one as from the other");
  }

  @Test
  void worseThanTheLiveWeightsIsNoRecognition() {
    // y = 4: slot 2 is far better than slot 0, but the live weights have learned something better
    assertEquals(5000, ticksUntil(2, 4, USUAL));
  }

  @Test
  void changedSlotsBeginWithoutEvidence() {
    ticksUntil(1, 1, USUAL);
    evidence.forget();
    assertEquals(0, evidence.convinced(errors, slot.length, 0));
  }
}
