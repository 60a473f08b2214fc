package io.olivo.learning.readout;

import io.olivo.learning.HotPath;
import io.olivo.learning.Rows;
import io.olivo.learning.expansion.Expansion;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;
import io.olivo.learning.snapshot.Stateful;
import java.util.Arrays;

/**
 * Learns what a robot's own commands do to its senses, and takes it away; what it does not expect
 * passes. One cell a channel, in rates: its axon sends the negative image on every tick, while its
 * dendrite hears the sense besides and learns.
 *
 * <pre>
 * g   = expansion(x)                       corollary discharge, what granule cells make of commands
 * n_j = w_j . g                            narrow spikes of the axon: the negative image
 * o_j = s_j + n_j                          what passes, of the sense s
 * b_j = min(2 b0, max(0, b0 + s_j + n_j))  broad spikes of the dendrite
 * w_j = w_j + eta (b0 - b_j) g             anti-Hebbian: a broad spike depresses, g alone restores
 * </pre>
 *
 * <p>Broad spikes gate the learning: while they keep their spontaneous rate b0 nothing moves, and
 * however wild a sense is, they teach at most eta b0 g. So w.g comes to -s as far as g predicts s
 * (least mean squares, {@link LeastMeanSquares}), and nothing switches between learning and use.
 * Stable while eta |g|^2 &lt; 2; what is slower than 1/(eta |g|^2) ticks of like g is expected,
 * too.
 *
 * <p>A sense or command that is not finite teaches nothing; without a command that can be read the
 * image is nothing. Shapes: x d, g N, s, n, o and b [channel], w [channel][N]. Units: s, n, o, b
 * and b0 those of the sense.
 *
 * <p>Source: Muller, Zadina, Abbott and Sawtell (2019), Cell 179:1382, after its abstract: learning
 * and signalling in separate compartments of one cell, with dendritic (broad) and axonal (narrow)
 * spikes. Departs: rates instead of spikes, and no time between the two; a ceiling at 2 b0, so that
 * errors of both signs count alike; one signed cell instead of an ON and an OFF cell; no second
 * layer, the passing signal is the plain sum. The form of the plasticity is that of Bell, Bodznick,
 * Montgomery and Bastian (1997), Brain, Behavior and Evolution 50 (suppl. 1):17. Cost: the
 * expansion's and 2 N for every channel.
 */
@HotPath
public final class NegativeImage implements Stateful {
  private final Expansion expansion;
  private final ReadoutWeights weights;
  private final double baseline; // b0
  private final double[] unit; // g
  private final double[] image; // n [channel]
  private final double[] broad; // b [channel]
  private final double[] error; // b0 - b [channel]
  private boolean frozen;

  /**
   * A cell a channel, which expects nothing yet.
   *
   * @param expansion of the commands, g
   * @param channels of the sense
   * @param rate eta, above 0
   * @param baseline b0, above 0, in the unit of the sense; the largest surprise that teaches in
   *     full
   */
  public NegativeImage(Expansion expansion, int channels, double rate, double baseline) {
    if (!(baseline > 0)) {
      throw new IllegalArgumentException(
          "the rate of broad spikes at rest must be above 0, got "
              + baseline
              + "; take the largest value of the sense that is usual");
    }
    this.expansion = expansion;
    this.baseline = baseline;
    weights = new ReadoutWeights(expansion.size(), channels, new LeastMeanSquares(rate));
    unit = new double[expansion.size()];
    image = new double[channels];
    broad = new double[channels];
    error = new double[channels];
    Arrays.fill(broad, baseline);
  }

  /**
   * Cancels what is expected, and learns from the rest.
   *
   * @param corollary x, copies of the commands, scaled to about [-1, 1]
   * @param sensed s [channel]
   * @param passed filled with o [channel]
   */
  public void cancel(double[] corollary, double[] sensed, double[] passed) {
    expect(corollary);
    for (int j = 0; j < image.length; j++) {
      passed[j] = sensed[j] + image[j];
      broad[j] = Math.min(2 * baseline, Math.max(0, baseline + passed[j]));
      error[j] = baseline - broad[j];
    }
    if (!frozen && Rows.areFinite(sensed)) {
      weights.learn(unit, error);
    }
  }

  private void expect(double[] corollary) {
    if (Rows.areFinite(corollary)) {
      expansion.fill(corollary, unit);
    } else {
      Arrays.fill(unit, 0);
    }
    weights.predict(unit, image);
  }

  /** {@return the negative image of one channel, n, as the axon sends it} */
  public double image(int channel) {
    return image[channel];
  }

  /** {@return the rate of one channel's broad spikes, b} */
  public double broad(int channel) {
    return broad[channel];
  }

  /** While frozen it cancels what it has learned to expect. */
  public void freeze(boolean nowFrozen) {
    frozen = nowFrozen;
  }

  @Override
  public void save(StateWriter out) {
    expansion.save(out);
    weights.save(out);
  }

  @Override
  public void load(StateReader in) {
    expansion.load(in);
    weights.load(in);
  }
}
