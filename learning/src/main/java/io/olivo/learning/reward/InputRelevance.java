package io.olivo.learning.reward;

import io.olivo.learning.Chance;
import io.olivo.learning.HotPath;
import io.olivo.learning.Rows;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;

/**
 * Which inputs a forward model needs: those without which it predicts worse. One input is taken
 * from another step, and the error of the prediction compared.
 *
 * <pre>
 * E   = E + .001 (|d - pred(x)|^2 - E)                     a plain mean in the first 1000 steps
 * D_i = D_i + max(.005, 1 / n_i) (|d - pred(x, x_i of another step)|^2 - |d - pred(x)|^2 - D_i)
 * after 10000 steps:  input i is needed if D_i &gt; .5 E;   all are, if none is
 * </pre>
 *
 * <p>One input has its turn each step, from the 1000th on. Other steps come from 256 that are
 * remembered; nothing is learned from these but D. Where a body stands that is to be brought
 * somewhere else in every episode, the place to go to is of no use to predict what the body does;
 * but granules that look at it have less to learn from. What is predicted almost without error
 * keeps all inputs: there any change is large. Shapes: x, D [input]. Units: x standard deviations,
 * E and D their squares. Cost: two predictions a step until it is decided. Source: Breiman (2001),
 * Machine Learning 45:5, sec. 10 (permutation importance); step by step, and the thresholds, are
 * ours.
 */
@HotPath
final class InputRelevance {
  private static final int REMEMBERED = 256; // states
  private static final int REPLACED_EVERY = 10; // steps
  private static final long BEGINS = 1000; // steps
  private static final long DECIDES = 10_000; // steps
  private static final double ERROR_RATE = .001;
  private static final double RATE = .005;
  private static final double NEEDED = .5; // of E

  private final Chance chance;
  private final double[][] remembered; // x of other steps [n][input]
  private final double[] mixed; // x, one input from another step [input]
  private final double[] added; // D [input]
  private final double[] trials; // n [input]
  private double error; // E
  private long steps;

  InputRelevance(int inputs, Chance chance) {
    this.chance = chance;
    remembered = new double[REMEMBERED][inputs];
    mixed = new double[inputs];
    added = new double[inputs];
    trials = new double[inputs];
  }

  /** x with the input whose turn it is from another step. */
  double[] mix(double[] x) {
    Rows.copy(x, mixed);
    mixed[turn()] = remembered[chance.index(REMEMBERED)][turn()];
    return mixed;
  }

  private int turn() {
    return (int) (steps % mixed.length);
  }

  /** Whether it is still measured which inputs are needed. */
  boolean isOpen() {
    return steps < DECIDES;
  }

  /**
   * Takes one step.
   *
   * @param x the state
   * @param plain square of the error of the prediction
   * @param other the same with x mixed
   */
  void learn(double[] x, double plain, double other) {
    error += Math.max(ERROR_RATE, 1.0 / (steps + 1)) * (plain - error);
    if (steps >= BEGINS) {
      int i = turn();
      trials[i]++;
      added[i] += Math.max(RATE, 1 / trials[i]) * (other - plain - added[i]);
    }
    remember(x);
    steps++;
  }

  private void remember(double[] x) {
    if (steps < REMEMBERED) {
      Rows.copy(x, remembered[(int) steps]);
    } else if (chance.index(REPLACED_EVERY) == 0) {
      Rows.copy(x, remembered[chance.index(REMEMBERED)]);
    }
  }

  /** Whether the model predicts worse without it, as far as is known. */
  boolean isNeeded(int input) {
    return added[input] > NEEDED * error || !isAnyNeeded();
  }

  private boolean isAnyNeeded() {
    boolean any = false;
    for (double d : added) {
      any |= d > NEEDED * error;
    }
    return any;
  }

  void save(StateWriter out) {
    out.put("relevance.remembered", remembered);
    out.put("relevance.added", added);
    out.put("relevance.trials", trials);
    out.put("relevance.error", error);
    out.put("relevance.steps", steps);
  }

  void load(StateReader in) {
    in.get("relevance.remembered", remembered);
    in.get("relevance.added", added);
    in.get("relevance.trials", trials);
    error = in.getDouble("relevance.error");
    steps = in.getLong("relevance.steps");
  }
}
