package io.olivo.learning.reward.peer;

import io.olivo.learning.Chance;
import io.olivo.learning.HotPath;
import io.olivo.learning.Teaching.Ending;
import io.olivo.learning.reward.ActionSpace;
import io.olivo.learning.reward.RewardLearner;
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
 * W  += alpha g / sqrt(mean g^2)            v += beta/T sum_t (G_t - v.x_t) x_t
 * </pre>
 *
 * <p>What would have followed a time limit counts as gamma v.x'. The mean of g^2 runs over
 * episodes. Shapes: x n + 1, W [output][n + 1]. Source: Williams (1992), Machine Learning 8:229,
 * eq. 11. Departs: rewards are discounted from the action on, the baseline is learned, the step has
 * one size (RMSprop).
 */
@HotPath
public final class Reinforce implements RewardLearner {
  private static final double GAMMA = .99;
  private static final double SIGMA = .5;
  private static final double ALPHA = .05;
  private static final double BETA = .1;
  private static final double FORGET = .1; // of the mean of g^2, per episode

  private final ActionSpace actions;
  private final Chance chance;
  private final Decision decision;
  private final InputScale scale;
  private final double[] x; // of the step that is being taken
  private final double[] ahead; // x of what follows, or of whoever asks
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
  private boolean frozen;
  private long refused;

  /**
   * @param inputs numbers that are observed
   */
  public Reinforce(int inputs, ActionSpace actions, Chance chance) {
    this.actions = actions;
    this.chance = chance;
    decision = new Decision(actions, SIGMA);
    scale = new InputScale(inputs);
    int outputs = Decision.outputs(actions);
    x = new double[inputs + 1];
    ahead = new double[inputs + 1];
    x[inputs] = 1;
    ahead[inputs] = 1;
    y = new double[outputs];
    asked = new double[outputs];
    score = new double[outputs];
    w = new double[outputs * x.length];
    z = new double[w.length];
    g = new double[w.length];
    square = new double[w.length];
    v = new double[x.length];
    vTrace = new double[x.length];
    vStep = new double[x.length];
  }

  @Override
  public ActionSpace actions() {
    return actions;
  }

  @Override
  public void begin(double[] observation) {
    forget();
    if (!frozen && LinearMap.isFinite(observation)) {
      scale.observe(observation);
    }
  }

  private void forget() {
    Arrays.fill(z, 0);
    Arrays.fill(g, 0);
    Arrays.fill(vTrace, 0);
    Arrays.fill(vStep, 0);
    steps = 0;
  }

  @Override
  public void act(double[] observation, double[] action) {
    if (frozen) {
      actGreedily(observation, action);
      return;
    }
    scale.scale(observation, x);
    LinearMap.apply(w, x, y);
    decision.draw(y, chance, action);
  }

  @Override
  public void actGreedily(double[] observation, double[] action) {
    scale.scale(observation, ahead);
    LinearMap.apply(w, ahead, asked);
    decision.greedily(asked, action);
  }

  @Override
  public void learn(double[] applied, double reward, double[] next, Ending ending) {
    if (frozen) {
      return;
    }
    if (!isSound(applied, reward, next)) {
      refused++;
      forget();
      return;
    }
    gather(applied, reward + following(next, ending));
    scale.observe(next);
    if (ending != Ending.NONE) {
      step();
      forget();
    }
  }

  private boolean isSound(double[] applied, double reward, double[] next) {
    return Double.isFinite(reward)
        && LinearMap.isFinite(next)
        && LinearMap.isFinite(applied)
        && LinearMap.isFinite(x);
  }

  /** What would have followed a time limit. */
  private double following(double[] next, Ending ending) {
    if (ending != Ending.TIME_LIMIT) {
      return 0;
    }
    scale.scale(next, ahead);
    return GAMMA * LinearMap.dot(v, ahead);
  }

  private void gather(double[] applied, double reward) {
    decision.score(y, applied, score);
    double baseline = LinearMap.dot(v, x);
    LinearMap.scale(z, GAMMA);
    LinearMap.addOuter(z, 1, score, x);
    LinearMap.add(g, reward, z);
    LinearMap.addOuter(g, -baseline, score, x);
    LinearMap.scale(vTrace, GAMMA);
    LinearMap.add(vTrace, 1, x);
    LinearMap.add(vStep, reward, vTrace);
    LinearMap.add(vStep, -baseline, x);
    steps++;
  }

  private void step() {
    if (!LinearMap.isFinite(g) || !LinearMap.isFinite(vStep)) {
      refused++;
      return;
    }
    episodes++;
    double forget = Math.max(FORGET, 1 / episodes);
    for (int i = 0; i < w.length; i++) {
      square[i] += forget * (g[i] * g[i] - square[i]);
      w[i] += ALPHA * g[i] / (Math.sqrt(square[i]) + 1e-12);
    }
    LinearMap.add(v, BETA / (steps * x.length), vStep);
  }

  @Override
  public void freeze(boolean newFrozen) {
    frozen = newFrozen;
  }

  @Override
  public long refused() {
    return refused;
  }

  @Override
  public void save(StateWriter out) {
    chance.save(out, "reinforce.chance");
    scale.save(out);
    out.put("reinforce.x", x);
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
    out.put("reinforce.refused", refused);
  }

  @Override
  public void load(StateReader in) {
    chance.load(in, "reinforce.chance");
    scale.load(in);
    in.get("reinforce.x", x);
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
    refused = in.getLong("reinforce.refused");
  }
}
