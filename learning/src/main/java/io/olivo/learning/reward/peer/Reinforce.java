package io.olivo.learning.reward.peer;

import io.olivo.learning.Chance;
import io.olivo.learning.HotPath;
import io.olivo.learning.Rows;
import io.olivo.learning.Teaching.Ending;
import io.olivo.learning.reward.ActionSpace;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;
import java.util.Arrays;

/**
 * REINFORCE: a policy follows the score of what it did times the return above a baseline, once per
 * episode. Policy and baseline are linear in the scaled inputs x, with a constant.
 *
 * <pre>
 * z_t = gamma z_(t-1) + s_t x_t'            s: score of the action       so that, over an episode,
 * sum_t (G_t - v.x_t) s_t x_t' = sum_t (r_t z_t - v.x_t s_t x_t')       nothing need be stored
 * W  += alpha g / sqrt(mean g^2)            v += beta/(T n) sum_t (G_t - v.x_t) x_t
 * </pre>
 *
 * <p>What would have followed a time limit counts as gamma v.x'. The mean of g^2 runs over
 * episodes. Shapes: x n, the constant included, W [output][n]. Source: Williams (1992), Machine
 * Learning 8:229, eq. 11. Departs: rewards are discounted from the action on, the baseline is
 * learned, and every weight has a step size of its own (RMSprop).
 */
@HotPath
public final class Reinforce extends ScaledLearner {
  private static final double GAMMA = .99;
  private static final double SIGMA = .5;
  private static final double BETA = .1;
  private static final double FORGET = .1; // of the mean of g^2, per episode
  private static final double LEAST = 1e-12; // of g

  private final double alpha;
  private final Decision decision;
  private final double[] y;
  private final double[] asked;
  private final double[] score;
  private final double[] w;
  private final double[] z;
  private final double[] g;
  private final double[] square; // mean of g^2
  private final double[] v;
  private final double[] vTrace; // z of the baseline
  private final double[] vStep;
  private double steps;
  private double episodes;

  /**
   * @param inputs numbers that are observed
   * @param alpha step
   */
  public Reinforce(int inputs, ActionSpace actions, Chance chance, double alpha) {
    super(inputs, 1, actions, chance);
    this.alpha = alpha;
    decision = new Decision(actions, SIGMA);
    int outputs = Decision.outputs(actions);
    y = new double[outputs];
    asked = new double[outputs];
    score = new double[outputs];
    w = new double[outputs * (inputs + 1)];
    z = new double[w.length];
    g = new double[w.length];
    square = new double[w.length];
    v = new double[inputs + 1];
    vTrace = new double[inputs + 1];
    vStep = new double[inputs + 1];
  }

  @Override
  void restart() {
    Arrays.fill(z, 0);
    Arrays.fill(g, 0);
    Arrays.fill(vTrace, 0);
    Arrays.fill(vStep, 0);
    steps = 0;
  }

  @Override
  void choose(double[] scaled, double[] action) {
    LinearMap.apply(w, scaled, y);
    decision.draw(y, chance, action);
  }

  @Override
  void deploy(double[] scaled, double[] action) {
    LinearMap.apply(w, scaled, asked);
    decision.greedily(asked, action);
  }

  @Override
  boolean take(double[] from, double[] applied, double reward, double[] next, Ending ending) {
    double following = ending == Ending.TIME_LIMIT ? GAMMA * Rows.dot(v, next) : 0;
    gather(from, applied, reward + following);
    return ending == Ending.NONE || step();
  }

  private void gather(double[] from, double[] applied, double reward) {
    decision.score(y, applied, score);
    double baseline = Rows.dot(v, from);
    Rows.scale(z, GAMMA, z);
    LinearMap.addOuter(z, 1, score, from);
    Rows.add(g, reward, z);
    LinearMap.addOuter(g, -baseline, score, from);
    Rows.scale(vTrace, GAMMA, vTrace);
    Rows.add(vTrace, 1, from);
    Rows.add(vStep, reward, vTrace);
    Rows.add(vStep, -baseline, from);
    steps++;
  }

  private boolean step() {
    if (!Rows.areFinite(g) || !Rows.areFinite(vStep)) {
      return false;
    }
    episodes++;
    double forget = Math.max(FORGET, 1 / episodes);
    for (int i = 0; i < w.length; i++) {
      square[i] += forget * (g[i] * g[i] - square[i]);
      w[i] += alpha * g[i] / (Math.sqrt(square[i]) + LEAST);
    }
    Rows.add(v, BETA / (steps * v.length), vStep);
    restart();
    return true;
  }

  @Override
  public void save(StateWriter out) {
    super.save(out);
    out.put("reinforce.y", y);
    out.put("reinforce.w", w);
    out.put("reinforce.z", z);
    out.put("reinforce.g", g);
    out.put("reinforce.square", square);
    out.put("reinforce.v", v);
    out.put("reinforce.vTrace", vTrace);
    out.put("reinforce.vStep", vStep);
    out.put("reinforce.steps", steps);
    out.put("reinforce.episodes", episodes);
  }

  @Override
  public void load(StateReader in) {
    super.load(in);
    in.get("reinforce.y", y);
    in.get("reinforce.w", w);
    in.get("reinforce.z", z);
    in.get("reinforce.g", g);
    in.get("reinforce.square", square);
    in.get("reinforce.v", v);
    in.get("reinforce.vTrace", vTrace);
    in.get("reinforce.vStep", vStep);
    steps = in.getDouble("reinforce.steps");
    episodes = in.getDouble("reinforce.episodes");
  }
}
