package io.olivo.learning.reward;

import io.olivo.learning.HotPath;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;

/**
 * Lets the model's command through only where it is measured to help: some episodes are run with
 * it, some without, and their returns are compared.
 *
 * <pre>
 * R_with, R_without: mean return of the episodes, var their variance     rate max(.03, 1 / n)
 * lead = (R_with - R_without) / sqrt(var_with / n_with + var_without / n_without)    n at most 65
 * open     : lead &gt; 2 after 20 episodes of each, until lead &lt; 0;    one in eight goes without
 * closed   : lead &lt; -2 after 20 episodes of each, until lead &gt; 0;   one in eight goes with it
 * undecided: else;                                        one goes with it, one without
 * </pre>
 *
 * <p>2 / .03 - 1 = 65 is the number of episodes that such a mean is worth. The command is deployed
 * while the gate is open, not before: it stays out unless it is better by two standard errors. A
 * run without episodes is cut into blocks of 1000 steps. Units: R reward. Source: Welch (1947),
 * Biometrika 34:28 (means of unequal variance); Sutton and Barto (2018), sec. 2.5 (a bandit that
 * follows changes).
 */
@HotPath
final class CommandGate {
  private static final long TRIAL = 20; // episodes of each
  private static final int PROBE_EVERY = 8; // episodes
  private static final double RATE = .03;
  private static final double WORTH = 2 / RATE - 1; // episodes
  private static final double STANDARD_ERRORS = 2;
  private static final long LONGEST = 1000; // steps

  private static final int UNDECIDED = 0;
  private static final int OPEN = 1;
  private static final int CLOSED = 2;

  private final double[] mean = new double[2]; // [without, with]
  private final double[] variance = new double[2];
  private final long[] episodes = new long[2];
  private double sum; // of the present episode
  private long length;
  private boolean with; // the present episode
  private int verdict = UNDECIDED;
  private boolean ready; // the model has something to say

  /** One step of the present episode is over. */
  void step(double reward, boolean last) {
    sum += reward;
    length++;
    if (last || length >= LONGEST) {
      end();
    }
  }

  private void end() {
    if (ready) {
      take(with ? 1 : 0, sum);
      judge();
    }
    forget();
  }

  private void take(int way, double episodeReturn) {
    episodes[way]++;
    double rate = Math.max(RATE, 1.0 / episodes[way]);
    double d = episodeReturn - mean[way];
    mean[way] += rate * d;
    variance[way] = (1 - rate) * (variance[way] + rate * d * d);
  }

  /** The present episode ends without being counted, the next one begins. */
  void forget() {
    sum = 0;
    length = 0;
    with = ready && chooses();
  }

  private boolean chooses() {
    long all = episodes[0] + episodes[1];
    return switch (verdict) {
      case OPEN -> all % PROBE_EVERY != 0;
      case CLOSED -> all % PROBE_EVERY == 0;
      default -> all % 2 == 0;
    };
  }

  private void judge() {
    double lead = lead();
    boolean tried = Math.min(episodes[0], episodes[1]) >= TRIAL;
    if (lead > STANDARD_ERRORS && tried) {
      verdict = OPEN;
    } else if (lead < -STANDARD_ERRORS && tried) {
      verdict = CLOSED;
    } else if ((verdict == OPEN && lead < 0) || (verdict == CLOSED && lead > 0)) {
      verdict = UNDECIDED;
    }
  }

  /** How much better it is with the command [standard errors]. */
  private double lead() {
    double square = 0;
    for (int way = 0; way < 2; way++) {
      square += variance[way] / Math.clamp((double) episodes[way], 1, WORTH);
    }
    return (mean[1] - mean[0]) / Math.sqrt(square + Double.MIN_NORMAL);
  }

  /** From now on there is a command to try. */
  void open() {
    ready = true;
  }

  /** Whether the present episode is run with the command. */
  boolean isWith() {
    return with;
  }

  /** Whether the command is deployed. */
  boolean isOpen() {
    return verdict == OPEN;
  }

  void save(StateWriter out) {
    out.put("gate.mean", mean);
    out.put("gate.variance", variance);
    out.put("gate.episodes", episodes);
    out.put("gate.sum", sum);
    out.put("gate.length", length);
    out.put("gate.with", with ? 1L : 0L);
    out.put("gate.verdict", (long) verdict);
    out.put("gate.ready", ready ? 1L : 0L);
  }

  void load(StateReader in) {
    in.get("gate.mean", mean);
    in.get("gate.variance", variance);
    in.get("gate.episodes", episodes);
    sum = in.getDouble("gate.sum");
    length = in.getLong("gate.length");
    with = in.getLong("gate.with") != 0;
    verdict = (int) in.getLong("gate.verdict");
    ready = in.getLong("gate.ready") != 0;
  }
}
