package io.olivo.learning.reward;

import io.olivo.learning.Chance;
import io.olivo.learning.HotPath;
import io.olivo.learning.Rows;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;
import java.util.Arrays;

/**
 * From an observation to the granules that fire, now and next.
 *
 * <pre>
 * x = {@link RunningNorm z-score}(observation),   phi = {@link WinnerTakeAll winners}(x)
 * </pre>
 *
 * <p>What was seen last stays as it was coded then, though mean and deviation move on.
 */
@HotPath
final class Sight {
  private static final double LARGEST = 1e9; // of an observation that may be believed

  private final RunningNorm norm;
  private final WinnerTakeAll granules;
  private final double[] observation; // seen last [input]
  private final double[] scaled; // its x [input]
  private final double[] ahead; // x of the one after it
  private final double[] glance; // x of any other
  private final int[] now; // winners [group]
  private final int[] next;
  private final int[] elsewhere;

  Sight(int inputs, GranuleConstants constants, Chance chance) {
    norm = new RunningNorm(inputs);
    int[] all = new int[inputs];
    Arrays.setAll(all, i -> i);
    granules =
        new WinnerTakeAll(
            constants.groups(), constants.prototypes(), constants.fanIn(), all, inputs, chance);
    observation = new double[inputs];
    scaled = new double[inputs];
    ahead = new double[inputs];
    glance = new double[inputs];
    now = new int[constants.groups()];
    next = new int[constants.groups()];
    elsewhere = new int[constants.groups()];
  }

  /** Number of granules. */
  int units() {
    return granules.size();
  }

  /** Whether something can be believed: finite, and below 1e9. */
  static boolean isSound(double[] values) {
    return Rows.areWithin(values, LARGEST);
  }

  /** Whether a number can be believed. */
  static boolean isSound(double value) {
    return Math.abs(value) <= LARGEST; // false for NaN, too
  }

  /** Takes an observation into mean and deviation. */
  void observe(double[] values) {
    norm.observe(values);
  }

  /** This is what is seen now, unless it is the same as last. */
  void look(double[] values) {
    if (!Arrays.equals(values, observation)) {
      see(values);
    }
  }

  /** This is what is seen now. */
  void see(double[] values) {
    Rows.copy(values, observation);
    norm.scale(values, scaled);
    granules.fill(scaled, now);
  }

  /** This comes next; what is now stays until {@link #step}. */
  void foresee(double[] values) {
    Rows.copy(values, observation);
    norm.scale(values, ahead);
    granules.fill(ahead, next);
  }

  /** What came next is now. */
  void step() {
    Rows.copy(ahead, scaled);
    System.arraycopy(next, 0, now, 0, now.length);
  }

  /** Winners of any observation, which is not remembered. */
  int[] glance(double[] values) {
    norm.scale(values, glance);
    granules.fill(glance, elsewhere);
    return elsewhere;
  }

  /** x of that observation. */
  double[] glanced() {
    return glance;
  }

  /** x of what is seen now. */
  double[] scaled() {
    return scaled;
  }

  /** x of what comes next. */
  double[] ahead() {
    return ahead;
  }

  /** Winners of what is seen now. */
  int[] now() {
    return now;
  }

  /** Winners of what comes next. */
  int[] next() {
    return next;
  }

  void save(StateWriter out) {
    norm.save(out, "sight.norm");
    granules.save(out, "sight.granules");
    out.put("sight.observation", observation);
    out.put("sight.scaled", scaled);
    double[] room = out.room("sight.winners", now.length);
    for (int g = 0; g < room.length; g++) {
      room[g] = now[g];
    }
  }

  void load(StateReader in) {
    norm.load(in, "sight.norm");
    granules.load(in, "sight.granules");
    in.get("sight.observation", observation);
    in.get("sight.scaled", scaled);
    for (int g = 0; g < now.length; g++) {
      now[g] = Math.clamp((long) in.get("sight.winners", now.length, g), 0, units() - 1);
    }
  }
}
