package io.olivo.learning.cerebellum;

import io.olivo.learning.HotPath;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;

/**
 * Remembers a readout for every plant met. All slots predict all the time. When the evidence is
 * enough that another one means the plant of now, it takes over; when nothing fits for a while, a
 * new slot opens, and learning begins anew from the last good memory instead of from weights that
 * have been bent to fit one spot.
 *
 * <pre>
 * from 15 s on, not within .5 s of a switch:
 *   {@link Evidence} is enough for slot c        live weights := slot c
 *   else {@link Novelty} lasts                   new slot := live weights := slot in use
 * 1 s after a recall, half a second after opening, while C &lt; 2 n0 or the slot is less than 8 s old:
 *   the slot in use approaches the live weights, time constant 1 s
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

  private static final double FROM_SECONDS = 15;
  private static final double YOUNG_SECONDS = 8;
  private static final double RIPE_SECONDS = 15;
  private static final double PAUSE_SECONDS = .5; // after a switch
  private static final int REMEMBER_EVERY = 8; // ticks

  private final double dtSeconds;
  private final Readout[] slot;
  private final SlotErrors errors;
  private final Evidence evidence;
  private final Novelty novelty;
  private final SlotMerger merger;
  private int count = 1;
  private int inUse;
  private double hold; // time to the end of the pause after a switch [s]
  private double lastOpened;
  private boolean settled;
  private long retrievals;

  ReadoutBank(CerebellarConfig config, int products) {
    CerebellarConstants constants = config.constants();
    int outputs = config.outputLimits().length;
    dtSeconds = config.dtSeconds();
    slot = new Readout[constants.slots()];
    for (int c = 0; c < slot.length; c++) {
      slot[c] = new Readout(outputs, products, config.granules());
    }
    errors = new SlotErrors(slot.length, outputs, dtSeconds);
    evidence = new Evidence(config);
    novelty = new Novelty(config);
    merger = new SlotMerger(slot.length, constants.mergeFactor(), dtSeconds);
  }

  /**
   * Follows one more sample.
   *
   * @param y target [output]
   * @param z delayed trace of the products
   * @param g delayed trace of the granules
   * @param slow error of the live weights
   * @param weights the live ones; replaced when a slot is retrieved or opened
   * @param tick since the learner began
   * @param lag of the loop [ticks]
   */
  Verdict attend(
      double[] y, double[] z, double[] g, SlowError slow, Readout weights, long tick, int lag) {
    double seconds = tick * dtSeconds;
    follow(y, z, g, slow);
    hold -= dtSeconds;
    boolean awake = hold < 0 && seconds > FROM_SECONDS;
    Verdict verdict = awake ? decide(slow, weights, seconds, lag) : Verdict.KEEP;
    if (count > 1 && hold < -2 * PAUSE_SECONDS) {
      mergeLikeSlots(seconds);
    }
    novelty.learnUsual(seconds);
    if (hold < -PAUSE_SECONDS && tick % REMEMBER_EVERY == 0 && mayRemember(seconds)) {
      slot[inUse].approach(weights, REMEMBER_EVERY * dtSeconds);
    }
    return verdict;
  }

  private void follow(double[] y, double[] z, double[] g, SlowError slow) {
    for (int c = 0; c < count; c++) {
      errors.follow(c, slot[c], y, z, g);
    }
    double live = slow.power();
    novelty.follow(live);
    evidence.weigh(errors, count, inUse, live, novelty.usual());
  }

  private Verdict decide(SlowError slow, Readout weights, double seconds, int lag) {
    boolean isNew = novelty.lasts(lag);
    settled |= !novelty.isAbove(4);
    int convinced = evidence.convinced(errors, count, inUse);
    if (convinced != inUse) {
      retrieve(convinced, seconds);
      takeOver(weights, PAUSE_SECONDS);
      novelty.restart(0);
      retrievals++;
      return Verdict.RETRIEVED;
    }
    if (isNew && settled && count < slot.length && seconds > lastOpened + YOUNG_SECONDS) {
      open(seconds);
      takeOver(weights, 0);
      novelty.restart(slow.power());
      return Verdict.OPENED;
    }
    return Verdict.KEEP;
  }

  private void retrieve(int convinced, double seconds) {
    if (isYoung(seconds)) {
      count--;
      merger.forget(count);
      settled = true;
    }
    inUse = convinced;
  }

  private void open(double seconds) {
    int opened = count++;
    slot[opened].copyFrom(slot[inUse]);
    errors.copy(inUse, opened);
    inUse = opened;
    settled = false;
    lastOpened = seconds;
  }

  /** The live weights become those of the slot in use. */
  private void takeOver(Readout weights, double pause) {
    weights.copyFrom(slot[inUse]);
    evidence.forget();
    hold = pause;
  }

  /** Whether the slot in use was opened a short while ago. */
  private boolean isYoung(double seconds) {
    return count > 1 && inUse == count - 1 && seconds < lastOpened + YOUNG_SECONDS;
  }

  private boolean mayRemember(double seconds) {
    return !novelty.isAbove(2) || isYoung(seconds);
  }

  private void mergeLikeSlots(double seconds) {
    boolean alike = merger.compare(errors, count, novelty.usual());
    if (alike && seconds > lastOpened + RIPE_SECONDS) {
      int first = merger.first();
      int second = merger.second();
      boolean keepFirst =
          first == inUse || (second != inUse && errors.power(first) < errors.power(second));
      drop(keepFirst ? second : first, keepFirst ? first : second);
    }
  }

  /** Forgets a slot; the last one moves into its place. */
  private void drop(int dropped, int kept) {
    int last = count - 1;
    inUse = inUse == dropped ? kept : inUse;
    if (dropped != last) {
      slot[dropped].copyFrom(slot[last]);
      errors.copy(last, dropped);
      merger.move(last, dropped);
      inUse = inUse == last ? dropped : inUse;
    }
    merger.forget(last);
    evidence.forget();
    count--;
  }

  /** Number of plants remembered. */
  int count() {
    return count;
  }

  /** The slot in use. */
  int live() {
    return inUse;
  }

  /** How often a remembered plant was recognised. */
  long retrievals() {
    return retrievals;
  }

  /** Error power over the usual: above 2 the present plant is not the one remembered. */
  double surprise() {
    return novelty.surprise();
  }

  void save(StateWriter out) {
    out.put("bank.count", (long) count);
    out.put("bank.live", (long) inUse);
    out.put("bank.retrievals", retrievals);
    out.put("bank.settled", settled ? 1L : 0L);
    out.put("bank.pause", hold);
    out.put("bank.lastOpened", lastOpened);
    errors.save(out);
    evidence.save(out);
    novelty.save(out);
    merger.save(out);
    for (int c = 0; c < slot.length; c++) {
      slot[c].save(out, out.name("bank.slot.", c));
    }
  }

  /** Older files told the usual error power, too, among the clocks. */
  private void loadClocks(StateReader in) {
    if (in.has("bank.clocks")) {
      double[] clocks = new double[4]; // usual power, pause, novelty, when opened
      in.get("bank.clocks", clocks);
      novelty.beginAt(clocks[0]);
      hold = clocks[1];
      lastOpened = clocks[3];
    } else {
      novelty.load(in);
      hold = in.getDouble("bank.pause");
      lastOpened = in.getDouble("bank.lastOpened");
    }
  }

  void load(StateReader in) {
    loadClocks(in);
    count = Math.clamp(in.getLong("bank.count"), 1, slot.length);
    inUse = Math.clamp(in.getLong("bank.live"), 0, count - 1);
    retrievals = in.getLong("bank.retrievals");
    settled = in.getLong("bank.settled") != 0;
    errors.load(in);
    evidence.load(in);
    merger.load(in);
    for (int c = 0; c < slot.length; c++) {
      slot[c].load(in, in.name("bank.slot.", c));
    }
  }
}
