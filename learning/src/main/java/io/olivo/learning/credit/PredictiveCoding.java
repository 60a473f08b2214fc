package io.olivo.learning.credit;

import io.olivo.learning.Chance;
import io.olivo.learning.HotPath;
import io.olivo.learning.net.DenseNet;
import io.olivo.learning.net.Mat;

/**
 * Values settle between what the layer below predicts and what the layer above would like; what
 * tension remains teaches.
 *
 * <pre>
 * T sweeps over {@link Relaxation}, l = L-1 .. 1 in each:
 *   s     = f'(x_l) . (e_(l+1) W_(l+1)')
 *   x_l  += gamma / (1 + |s|^2 / |e_(l+1)|^2) (s - e_l),   then e_(l+1) is looked up anew
 * dW_l ~ -f(x_(l-1))' e_l / p
 * </pre>
 *
 * <p>The smaller p dL/do, the nearer the settled errors are to backprop's: their relative
 * difference is of first order in its size. Values are drives, and the input is held. Source:
 * Whittington and Bogacz (2017), Neural Computation 29:1229. Departs in moving one layer after
 * another, so that one sweep reaches all of them; in a step that large weights make smaller, for
 * with a constant one the values swing ever wider once |W|^2 exceeds 2 / gamma; in stopping before
 * they have settled; in dividing by p; and in any loss at the output.
 */
@HotPath
public final class PredictiveCoding extends LayeredRule {
  /** Sweeps that are enough to learn by, T. */
  public static final int SWEEPS = 8;

  /** Step of the values, gamma, that goes with them. */
  public static final double GAMMA = .7;

  /** Of the output, p. */
  public static final double PRECISION = .1;

  private static final Traits TRAITS =
      new Traits(
          Signal.ERROR,
          Transport.FULL,
          1 + 2 * SWEEPS,
          true,
          false,
          7,
          "maps that must also fill in sensors that are missing: the same net infers and learns",
          "Whittington and Bogacz (2017), Neural Comput. 29:1229");

  private final Relaxation relaxation;
  private final int sweeps;
  private final double gamma;
  private final double precision; // p

  /** With the usual sweeps. */
  public PredictiveCoding(DenseNet net, int samples, Chance chance) {
    this(net, samples, chance, SWEEPS, GAMMA, PRECISION);
  }

  /**
   * @param sweeps T
   * @param gamma step of the values, in (0, 1]
   * @param precision of the output, p; that of hidden units is 1
   */
  public PredictiveCoding(
      DenseNet net, int samples, Chance chance, int sweeps, double gamma, double precision) {
    super(net, samples, chance);
    this.precision = precision;
    this.sweeps = sweeps;
    this.gamma = gamma;
    relaxation = new Relaxation(net, samples, precision);
  }

  /** Values and errors as they are now. */
  Relaxation relaxation() {
    return relaxation;
  }

  @Override
  public Traits traits() {
    return TRAITS;
  }

  @Override
  public long macs() {
    return 2 * net.spec().macs() + sweeps * relaxation.macs();
  }

  @Override
  public Mat observe() {
    return relaxation.observe(pass());
  }

  @Override
  public void teach(Lesson lesson) {
    relaxation.begin(pass(), lesson);
    for (int t = 0; t < sweeps; t++) {
      sweep(lesson);
    }
    for (int l = 1; l <= layers; l++) {
      kernels.copy(delta(l), relaxation.delta(l));
      kernels.scale(delta(l), 1 / precision);
    }
  }

  /** From the top down, so that one sweep already reaches every layer. */
  private void sweep(Lesson lesson) {
    for (int l = layers - 1; l >= 1; l--) {
      relaxation.move(l, gamma / relaxation.send(l));
      relaxation.lookUp(l + 1, lesson);
    }
  }

  @Override
  public void emit(UpdateSink sink) {
    for (int l = 1; l <= layers; l++) {
      sink.pair(l, relaxation.activity(l - 1), delta(l));
    }
  }
}
