package io.olivo.learning.cerebellum;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.olivo.learning.Chance;
import io.olivo.learning.cerebellum.ReadoutBank.Verdict;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** A bank of one weight, whose live value follows the plant in about a second. */
class ReadoutBankTest {
  private static final double DT = .002;
  private static final double[] NOTHING = new double[0];

  private ReadoutBank bank = bank();
  private final Readout live = new Readout(1, 1, 0);
  private final SlowError slow = new SlowError(1, DT);
  private final Chance noise = new Chance(7);
  private long tick;

  private static ReadoutBank bank() {
    return new ReadoutBank(
        new CerebellarConfig(
            DT,
            new double[] {10},
            0,
            OptionalInt.of(3),
            new double[] {.2},
            1,
            CerebellarConstants.STANDARD),
        1);
  }

  /** Drives a plant that needs {@code y}, at most so long; when the bank gave this verdict [s]. */
  private double drive(double y, double seconds, Verdict until) {
    double[] wanted = new double[1];
    double[] error = new double[1];
    for (int t = 0; t < seconds / DT; t++) {
      tick++;
      wanted[0] = y + .02 * noise.normal();
      error[0] = wanted[0] - live.products[0][0];
      slow.follow(error);
      Verdict verdict = bank.attend(wanted, new double[] {1}, NOTHING, slow, live, tick, 3);
      if (verdict == Verdict.RETRIEVED) {
        slow.clear(); // as the learner does
      }
      if (verdict == until) {
        return t * DT;
      }
      live.products[0][0] += DT * error[0];
    }
    return Double.NaN;
  }

  private void drive(double y, double seconds) {
    drive(y, seconds, null);
  }

  @Test
  void plantNeverMetOpensASlotThatBeginsAtTheLastGoodMemory() {
    drive(0, 30);
    double seconds = drive(1, 10, Verdict.OPENED);
    assertTrue(seconds > .2 && seconds < .6, "opened after " + seconds + " s");
    assertEquals(2, bank.count());
    assertEquals(0, live.products[0][0], .01, "what was learned at the one spot is gone");
  }

  @Test
  void plantThatComesBackIsRecognised() {
    drive(0, 30);
    drive(1, 30);
    double back = drive(0, 10, Verdict.RETRIEVED);
    assertTrue(back < .5, "recognised after " + back + " s");
    assertEquals(0, bank.live());
    assertEquals(0, live.products[0][0], .01);
    drive(0, 20);
    double again = drive(1, 10, Verdict.RETRIEVED);
    assertTrue(again < .5, "recognised after " + again + " s");
    assertEquals(1, live.products[0][0], .05);
    assertEquals(2, bank.count(), "nothing was learned twice");
    assertEquals(2, bank.retrievals());
  }

  @Test
  void passingDisturbanceOpensNothing() {
    drive(0, 30);
    drive(1, .1);
    drive(0, 20);
    assertEquals(1, bank.count());
  }

  @Test
  void slotOpenedForNothingIsDroppedWhenTheOldPlantIsBackAtOnce() {
    drive(0, 30);
    drive(1, 2);
    assertEquals(2, bank.count());
    drive(0, 5);
    assertEquals(1, bank.count());
    assertEquals(0, bank.live());
  }

  @Test
  void slotsThatComeToMeanTheSamePlantAreMerged() {
    drive(0, 30);
    drive(1, 20);
    assertEquals(2, bank.count());
    for (int step = 399; step >= 0; step--) {
      drive(step / 400., 1); // so slowly that the second slot follows
    }
    drive(0, 40);
    assertEquals(1, bank.count());
    assertEquals(0, live.products[0][0], .05);
  }

  @Test
  void savedBankGoesOnBitForBit() {
    ReadoutBankTest saved = new ReadoutBankTest(); // lives through the same
    for (ReadoutBankTest one : List.of(this, saved)) {
      one.drive(0, 30);
      one.drive(1, 1); // a slot on trial, evidence on its way
    }
    StateReader state = new StateReader(saved(saved.bank).bytes());
    saved.bank = bank();
    saved.bank.load(state);
    for (ReadoutBankTest one : List.of(this, saved)) {
      one.drive(1, 20);
      one.drive(0, 5);
    }
    assertEquals(2, bank.count());
    assertEquals(1, bank.retrievals());
    assertEquals(saved(bank).digest(), saved(saved.bank).digest());
    assertEquals(live.products[0][0], saved.live.products[0][0]);
  }

  @Test
  void bankSavedBeforeThereWasEvidenceStillKnowsWhatIsUsual() {
    drive(0, 30);
    StateWriter now = saved(bank);
    now.put("bank.clocks", new double[] {1e-5, -20, 0, 0}); // as it was told then
    bank = bank();
    bank.load(OldState.without(now, "bank.errors.0", "bank.evidence", "bank.novelty"));
    double seconds = drive(1, 10, Verdict.OPENED);
    assertTrue(seconds > .2 && seconds < .6, "opened after " + seconds + " s");
  }

  private static StateWriter saved(ReadoutBank bank) {
    StateWriter out = new StateWriter("bank");
    bank.save(out);
    return out;
  }
}
