package io.olivo.learning.reward.peer;

import io.olivo.learning.Chance;
import io.olivo.learning.HotPath;
import io.olivo.learning.Rows;
import io.olivo.learning.reward.ActionSpace;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;
import java.util.Arrays;

/**
 * Augmented random search, V2-t: a few directions are tried both ways, the best of them are
 * averaged.
 *
 * <pre>
 * R+_k, R-_k: returns with W +- nu xi_k      xi_k ~ N(0,1),  k = 1 .. N
 * the b directions with the largest max(R+_k, R-_k);  s_R: standard deviation of their 2b returns
 * W += alpha/(b s_R) sum_k (R+_k - R-_k) xi_k
 * </pre>
 *
 * <p>Inputs are scaled by what was observed until the directions were drawn. Shapes: x n, without a
 * constant, W, xi_k [output][n]. Source: Mania, Guy and Recht (2018), arXiv 1803.07055, algorithm
 * 2. Departs: inputs stay within ten standard deviations, actions within their limits.
 */
@HotPath
public final class AugmentedRandomSearch extends EpisodeSearch {
  private final int top; // b
  private final double nu;
  private final double alpha;
  private final double[][] direction; // xi [k][weight]
  private final double[] plus; // R+ [k]
  private final double[] minus; // R- [k]
  private final boolean[] chosen; // among the best, while they are sought
  private int k;
  private boolean opposite;

  /**
   * @param directions N
   * @param top b
   * @param nu size of a perturbation
   * @param alpha step
   */
  public AugmentedRandomSearch(
      int inputs,
      ActionSpace actions,
      Chance chance,
      int directions,
      int top,
      double nu,
      double alpha) {
    super(inputs, 0, actions, chance);
    if (top < 1 || directions < top) {
      throw new IllegalArgumentException(
          "at least one direction counts, and no more than are tried, got %d of %d"
              .formatted(top, directions));
    }
    this.top = top;
    this.nu = nu;
    this.alpha = alpha;
    direction = new double[directions][w.length];
    plus = new double[directions];
    minus = new double[directions];
    chosen = new boolean[directions];
    anew();
  }

  private void anew() {
    k = 0;
    scale().hold();
    for (double[] one : direction) {
      draw(one);
    }
  }

  @Override
  void perturb(double[] weights) {
    along(opposite ? -nu : nu, direction[k], weights);
  }

  @Override
  void judge(double episodeReturn) {
    (opposite ? minus : plus)[k] = episodeReturn;
    k += opposite ? 1 : 0;
    opposite = !opposite;
    if (k == direction.length) {
      step();
      anew();
    }
  }

  private void step() {
    choose();
    double deviation = deviation();
    for (int i = 0; i < direction.length; i++) {
      if (chosen[i] && deviation > 0) {
        Rows.add(w, alpha * (plus[i] - minus[i]) / (top * deviation), direction[i]);
      }
    }
  }

  private void choose() {
    Arrays.fill(chosen, false);
    for (int n = 0; n < top; n++) {
      int best = -1;
      for (int i = 0; i < chosen.length; i++) {
        boolean better = best < 0 || best(i) > best(best);
        best = !chosen[i] && better ? i : best;
      }
      chosen[best] = true;
    }
  }

  private double best(int i) {
    return Math.max(plus[i], minus[i]);
  }

  private double deviation() {
    double mean = 0;
    for (int i = 0; i < chosen.length; i++) {
      mean += chosen[i] ? (plus[i] + minus[i]) / (2 * top) : 0;
    }
    double squares = 0;
    for (int i = 0; i < chosen.length; i++) {
      double up = plus[i] - mean;
      double down = minus[i] - mean;
      squares += chosen[i] ? up * up + down * down : 0;
    }
    return Math.sqrt(squares / (2 * top));
  }

  @Override
  public void save(StateWriter out) {
    super.save(out);
    out.put("ars.direction", direction);
    out.put("ars.plus", plus);
    out.put("ars.minus", minus);
    out.put("ars.k", (long) k);
    out.put("ars.opposite", opposite ? 1L : 0L);
  }

  @Override
  public void load(StateReader in) {
    super.load(in);
    in.get("ars.direction", direction);
    in.get("ars.plus", plus);
    in.get("ars.minus", minus);
    k = (int) in.getLong("ars.k");
    opposite = in.getLong("ars.opposite") == 1;
  }
}
