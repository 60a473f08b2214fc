package io.olivo.learning.cerebellum;

import io.olivo.learning.HotPath;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;

/**
 * Remembers a readout for every plant met. All slots predict all the time; when the live weights
 * fail, the slot that predicts best takes over, and when none does, a new one opens.
 *
 * <pre>
 * C_c   = EMA_150ms(sum_j EMA_40ms(y_j - pred_c,j)^2)      power of each slot's error
 * n0    = C_live at 12 s, then EMA_5s while C_live &lt; 2.5 n0   usual power
 * from 15 s on, not within .5 s of a switch:
 *   C_best &lt; .6 C_live, C_live &gt; 2 n0        live weights := slot best
 *   else C_live &gt; spawnFactor n0 for .5 s       new slot := live weights
 * 1 s after a switch, C_live &lt; 2 n0            slot live approaches the live weights, 1 s
 * </pre>
 *
 * <p>A slot opened less than 8 s before the right old one won was a mistake and is dropped. Source:
 * Wolpert and Kawato (1998), Neural Networks 11:1317 (paired models); Lee and Schweighofer (2009),
 * J Neurosci 29:10396 (one fast state, many slow ones). Cost: slots (k + N) per output.
 */
@HotPath
final class ReadoutBank {
  /** What the bank decided this tick. */
  enum Verdict {
    KEEP,
    RETRIEVED,
    OPENED
  }

  private static final double UNKNOWN = 1e9;
  private static final int REMEMBER_EVERY = 8; // ticks

  private final CerebellarConstants constants;
  private final double dtSeconds;
  private final int outputs;
  private final Readout[] slot;
  private final double[] power; // C [slot]
  private final double[][] slowError; // EMA_40ms [slot][output]
  private final SlotMerger merger;
  private int count = 1;
  private int live;
  private double usual = UNKNOWN; // n0
  private double hold; // time to the end of the pause after a switch [s]
  private double novelty; // how long nothing has fitted [s]
  private double lastOpened;
  private boolean settled;
  private long retrievals;

  ReadoutBank(CerebellarConfig config, int products) {
    constants = config.constants();
    dtSeconds = config.dtSeconds();
    outputs = config.outputLimits().length;
    slot = new Readout[constants.slots()];
    for (int c = 0; c < slot.length; c++) {
      slot[c] = new Readout(outputs, products, config.granules());
    }
    power = new double[slot.length];
    slowError = new double[slot.length][outputs];
    merger = new SlotMerger(slot.length, outputs, constants.mergeFactor(), dtSeconds);
  }

  /**
   * Follows one more sample.
   *
   * @param y target [output]
   * @param z delayed trace of the products
   * @param g delayed trace of the granules
   * @param error of the live weights [output]
   * @param weights the live ones; replaced when a slot is retrieved
   * @param tick since the learner began
   */
  Verdict attend(double[] y, double[] z, double[] g, double[] error, Readout weights, long tick) {
    double seconds = tick * dtSeconds;
    follow(y, z, g, error);
    hold -= dtSeconds;
    double liveBefore = power[live];
    Verdict verdict = hold < 0 && seconds > 15 ? decide(weights, seconds) : Verdict.KEEP;
    if (count > 1 && hold < -1) {
      mergeLikeSlots(z, g, seconds);
    }
    learnUsual(liveBefore, seconds);
    if (hold < -.5 && liveBefore < 2 * usual && tick % REMEMBER_EVERY == 0) {
      slot[live].approach(weights, REMEMBER_EVERY * dtSeconds);
    }
    return verdict;
  }

  private void follow(double[] y, double[] z, double[] g, double[] error) {
    for (int c = 0; c < count; c++) {
      double sum = 0;
      for (int j = 0; j < outputs; j++) {
        double e = c == live ? error[j] : y[j] - merger.predict(c, j, slot[c], z, g);
        slowError[c][j] += dtSeconds / .04 * (e - slowError[c][j]);
        sum += slowError[c][j] * slowError[c][j];
      }
      power[c] += dtSeconds / .15 * (sum - power[c]);
    }
  }

  private Verdict decide(Readout weights, double seconds) {
    double now = power[live];
    novelty = now > constants.spawnFactor() * usual ? novelty + dtSeconds : 0;
    settled |= now < 4 * usual;
    int best = best();
    if (best != live && power[best] < .6 * now && now > 2 * usual) {
      retrieve(best, weights, seconds);
      return Verdict.RETRIEVED;
    }
    boolean mayOpen = count < slot.length && settled && lastOpened < seconds - 8;
    if (novelty > .5 && mayOpen) {
      open(weights, seconds);
      return Verdict.OPENED;
    }
    return Verdict.KEEP;
  }

  private int best() {
    int best = 0;
    for (int c = 1; c < count; c++) {
      best = power[c] < power[best] ? c : best;
    }
    return best;
  }

  private void retrieve(int best, Readout weights, double seconds) {
    weights.copyFrom(slot[best]);
    boolean tentative = seconds - lastOpened < 8 && count > 1 && live == count - 1;
    if (tentative) {
      count--;
      merger.forget(count);
      settled = true;
    }
    live = best;
    hold = .5;
    retrievals++;
  }

  private void open(Readout weights, double seconds) {
    int opened = count++;
    slot[opened].copyFrom(weights);
    power[opened] = power[live];
    Rows.copy(slowError[live], slowError[opened]);
    live = opened;
    settled = false;
    novelty = 0;
    lastOpened = seconds;
    hold = 0;
  }

  private void mergeLikeSlots(double[] z, double[] g, double seconds) {
    for (int j = 0; j < outputs; j++) {
      merger.predict(live, j, slot[live], z, g);
    }
    boolean ripe = seconds > lastOpened + 15;
    if (merger.compare(count, usual) && ripe) {
      boolean keepFirst =
          merger.first() == live
              || (merger.second() != live && power[merger.first()] < power[merger.second()]);
      drop(
          keepFirst ? merger.second() : merger.first(),
          keepFirst ? merger.first() : merger.second());
    }
  }

  /** Forgets a slot; the last one moves into its place. */
  private void drop(int dropped, int kept) {
    int last = count - 1;
    live = live == dropped ? kept : live;
    if (dropped != last) {
      slot[dropped].copyFrom(slot[last]);
      power[dropped] = power[last];
      Rows.copy(slowError[last], slowError[dropped]);
      merger.move(last, dropped);
      live = live == last ? dropped : live;
    }
    merger.forget(last);
    count--;
  }

  private void learnUsual(double now, double seconds) {
    if (usual == UNKNOWN) {
      usual = seconds > 12 ? now : UNKNOWN;
    } else if (now < 2.5 * usual) {
      usual += dtSeconds / 5 * (now - usual);
    }
  }

  /** Number of plants remembered. */
  int count() {
    return count;
  }

  /** The slot in use. */
  int live() {
    return live;
  }

  /** How often a remembered plant was recognised. */
  long retrievals() {
    return retrievals;
  }

  /** C_live over n0: above 2 the present plant is not the one remembered; 0 while n0 is unknown. */
  double surprise() {
    return usual == UNKNOWN ? 0 : power[live] / (usual + 1e-12);
  }

  void save(StateWriter out) {
    out.put("bank.count", (long) count);
    out.put("bank.live", (long) live);
    out.put("bank.retrievals", retrievals);
    out.put("bank.settled", settled ? 1L : 0L);
    out.put("bank.clocks", new double[] {usual, hold, novelty, lastOpened});
    out.put("bank.power", power);
    out.put("bank.slowError", slowError);
    merger.save(out);
    for (int c = 0; c < slot.length; c++) {
      slot[c].save(out, "bank.slot." + c);
    }
  }

  void load(StateReader in) {
    double[] clocks = new double[4];
    in.get("bank.clocks", clocks);
    usual = clocks[0];
    hold = clocks[1];
    novelty = clocks[2];
    lastOpened = clocks[3];
    count = Math.clamp(in.getLong("bank.count"), 1, slot.length);
    live = Math.clamp(in.getLong("bank.live"), 0, count - 1);
    retrievals = in.getLong("bank.retrievals");
    settled = in.getLong("bank.settled") != 0;
    in.get("bank.power", power);
    in.get("bank.slowError", slowError);
    merger.load(in);
    for (int c = 0; c < slot.length; c++) {
      slot[c].load(in, "bank.slot." + c);
    }
  }
}
