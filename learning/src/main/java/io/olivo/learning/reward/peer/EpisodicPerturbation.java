package io.olivo.learning.reward.peer;

import io.olivo.learning.Chance;
import io.olivo.learning.HotPath;
import io.olivo.learning.Rows;
import io.olivo.learning.reward.ActionSpace;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;

/**
 * Weight perturbation, once per episode: weights move along a random direction as far as the return
 * was better with it than without.
 *
 * <pre>
 * R: return with W + sigma xi,  xi ~ N(0,1)
 * baseline:    d = R - b,                b += beta d
 * antithetic:  d = (R+ - R-) / 2         R+-: return with W +- sigma xi, one episode each
 * s2 += beta (d^2 - s2),  W += alpha d/sqrt(s2) xi
 * </pre>
 *
 * <p>beta falls as 1/episodes to .1. Shapes: x n, a constant included, W, xi [output][n]. Source:
 * Jabri and Flower (1992), IEEE Trans. Neural Networks 3:154; antithetic as in Spall (1992), IEEE
 * Trans. Automatic Control 37:332. Departs: d has one size.
 */
@HotPath
public final class EpisodicPerturbation extends EpisodeSearch {
  private static final double BETA = .1;

  /** What a return is compared with. */
  public enum Against {
    /** A running mean of returns. */
    BASELINE,
    /** The return with the opposite perturbation. */
    OPPOSITE
  }

  private final Against against;
  private final double sigma;
  private final double alpha;
  private final double[] direction; // xi
  private double sign = 1;
  private double first; // R+
  private double baseline; // b
  private double square; // s2
  private double comparisons;

  /**
   * @param sigma size of a perturbation
   * @param alpha step
   */
  public EpisodicPerturbation(
      int inputs, ActionSpace actions, Chance chance, Against against, double sigma, double alpha) {
    super(inputs, 1, actions, chance);
    this.against = against;
    this.sigma = sigma;
    this.alpha = alpha;
    direction = new double[w.length];
    draw(direction);
  }

  @Override
  void perturb(double[] weights) {
    along(sign * sigma, direction, weights);
  }

  @Override
  void judge(double episodeReturn) {
    if (against == Against.BASELINE) {
      judgeAgainstBaseline(episodeReturn);
    } else {
      judgeAgainstOpposite(episodeReturn);
    }
  }

  private void judgeAgainstBaseline(double episodeReturn) {
    double d = comparisons == 0 ? 0 : episodeReturn - baseline;
    move(d);
    baseline = comparisons == 1 ? episodeReturn : baseline + beta() * d;
  }

  private void judgeAgainstOpposite(double episodeReturn) {
    if (sign > 0) {
      first = episodeReturn;
      sign = -1;
    } else {
      sign = 1;
      move((first - episodeReturn) / 2);
    }
  }

  private double beta() {
    return Math.max(BETA, 1 / comparisons);
  }

  private void move(double d) {
    comparisons++;
    square += beta() * (d * d - square);
    if (square > 0) {
      Rows.add(w, alpha * d / Math.sqrt(square), direction);
    }
    draw(direction);
  }

  @Override
  public void save(StateWriter out) {
    super.save(out);
    out.put("perturbation.direction", direction);
    out.put("perturbation.sign", sign);
    out.put("perturbation.first", first);
    out.put("perturbation.baseline", baseline);
    out.put("perturbation.square", square);
    out.put("perturbation.comparisons", comparisons);
  }

  @Override
  public void load(StateReader in) {
    super.load(in);
    in.get("perturbation.direction", direction);
    sign = in.getDouble("perturbation.sign");
    first = in.getDouble("perturbation.first");
    baseline = in.getDouble("perturbation.baseline");
    square = in.getDouble("perturbation.square");
    comparisons = in.getDouble("perturbation.comparisons");
  }
}
