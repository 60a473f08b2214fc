package io.olivo.learning.reward;

import io.olivo.learning.Chance;
import io.olivo.learning.HotPath;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;

/**
 * Remembers what was learned with every body met, and which body it is now: the one whose model
 * errs least.
 *
 * <pre>
 * not within 100 steps of a switch:
 *   err_best &lt; .6 err_live                   recall the best
 *   the live one and the best are strange    doubt; after 150 steps of it open a slot, a copy of
 *                                            the best whose W is multiplied by .3
 * all slots in use: the least worth one is given up
 *   worth_b = decayed recalls of b + uniform(0, 1);  recalled: + 1;  a slot opens: all times .98
 * </pre>
 *
 * <p>In doubt nothing is learned: what is known of the body before is not to be spoiled, and the
 * errors of the others need time to tell who it is. A copied value is nearly right for most bodies;
 * copied preferences may be the opposite of right, as when a motor pushes the other way round, and
 * full ones take longer to unlearn than weak ones to learn. The draw keeps the bank from giving up
 * bodies in the order in which they came, always just before they return: some survive until they
 * are recalled once, and are kept from then on, while bodies that never come back give up their
 * slots to one another. Shapes: see {@link BankSlot}. Cost: one prediction per slot. Source:
 * Wolpert and Kawato (1998), Neural Networks 11:1317 (paired models); Ash and Adams (2020), NeurIPS
 * 33 (shrinking what is carried over); the replacement is ours.
 */
@HotPath
final class BodyBank {
  /** What was decided on a step. */
  enum Verdict {
    KEEP,
    DOUBT,
    RECALLED,
    OPENED
  }

  private static final long PAUSE = 100; // steps after a switch
  private static final double CLEARLY_BETTER = .6; // of the error of the live one
  private static final long DOUBT = 150; // steps: three time constants of the errors
  private static final double FORGETTING = .98; // of recalls, per slot opened

  private final BankSlot[] slot;
  private final Chance chance;
  private int used = 1;
  private int live;
  private long sinceSwitch;
  private long doubt; // steps
  private long recalls;

  /**
   * An empty bank.
   *
   * @param slots of the bank, at least 2
   * @param units granules
   * @param outputs preferences
   * @param inputs numbers of an observation
   */
  BodyBank(int slots, int units, int outputs, int inputs, double slowRate, Chance chance) {
    slot = new BankSlot[slots];
    for (int b = 0; b < slots; b++) {
      slot[b] = new BankSlot(units, outputs, inputs, slowRate);
    }
    this.chance = chance;
  }

  /** What is learned with the present body. */
  GranuleReadout readout() {
    return slot[live].readout();
  }

  /**
   * Follows one step.
   *
   * @param now winners before it
   * @param x scaled observation before it
   * @param u what was done, coded
   * @param after scaled observation after it
   */
  Verdict attend(int[] now, double[] x, double[] u, double[] after) {
    for (int b = 0; b < used; b++) {
      slot[b].predict(now, x, u, after, b == live);
    }
    sinceSwitch++;
    return sinceSwitch > PAUSE ? decide() : Verdict.KEEP;
  }

  private Verdict decide() {
    int best = best();
    if (slot[best].error() < CLEARLY_BETTER * slot[live].error()) {
      switchTo(best);
      recalls++;
      slot[best].recalled();
      return Verdict.RECALLED;
    }
    if (!slot[live].isStrange() || !slot[best].isStrange()) {
      doubt = 0;
      return Verdict.KEEP;
    }
    doubt++;
    if (doubt < DOUBT) {
      return Verdict.DOUBT;
    }
    open(best);
    return Verdict.OPENED;
  }

  private int best() {
    int best = live;
    for (int b = 0; b < used; b++) {
      best = slot[b].error() < slot[best].error() ? b : best;
    }
    return best;
  }

  private void open(int best) {
    int opened = used < slot.length ? used++ : leastWorth(best);
    if (opened != best) {
      slot[opened].copyFrom(slot[best]);
    }
    for (BankSlot one : slot) {
      one.forget(FORGETTING);
    }
    slot[opened].open();
    switchTo(opened);
  }

  private int leastWorth(int best) {
    int least = best;
    double worth = Double.MAX_VALUE;
    for (int b = 0; b < slot.length; b++) {
      double drawn = slot[b].recalls() + chance.uniform();
      if (b != best && drawn < worth) {
        worth = drawn;
        least = b;
      }
    }
    return least;
  }

  private void switchTo(int b) {
    live = b;
    sinceSwitch = 0;
    doubt = 0;
  }

  /** Number of bodies remembered. */
  int used() {
    return used;
  }

  /** How often a body was recalled. */
  long recalls() {
    return recalls;
  }

  void save(StateWriter out) {
    out.put("bank.used", (long) used);
    out.put("bank.live", (long) live);
    out.put("bank.since_switch", sinceSwitch);
    out.put("bank.doubt", doubt);
    out.put("bank.recalls", recalls);
    for (int b = 0; b < slot.length; b++) {
      slot[b].save(out, out.name("bank.slot", b));
    }
  }

  void load(StateReader in) {
    used = Math.clamp(in.getLong("bank.used"), 1, slot.length);
    live = Math.clamp(in.getLong("bank.live"), 0, used - 1);
    sinceSwitch = in.getLong("bank.since_switch");
    doubt = in.getLong("bank.doubt");
    recalls = in.getLong("bank.recalls");
    for (int b = 0; b < slot.length; b++) {
      slot[b].load(in, in.name("bank.slot", b));
    }
  }
}
