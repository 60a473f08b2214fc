package io.olivo.learning.reward.peer;

import io.olivo.learning.Chance;
import io.olivo.learning.HotPath;
import io.olivo.learning.Rows;
import io.olivo.learning.Teaching.Ending;
import io.olivo.learning.credit.GradientStep;
import io.olivo.learning.credit.NodePerturbation;
import io.olivo.learning.credit.StepSizes;
import io.olivo.learning.net.Activation;
import io.olivo.learning.net.DenseNet;
import io.olivo.learning.net.DoubleRows;
import io.olivo.learning.net.Kernels;
import io.olivo.learning.net.Loss;
import io.olivo.learning.net.NetSpec;
import io.olivo.learning.net.Pass;
import io.olivo.learning.net.Vec;
import io.olivo.learning.reward.ActionSpace;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;
import java.util.Arrays;
import java.util.List;

/**
 * Node perturbation of a policy: noise on every drive of a layered net is all its exploration, and
 * what it did is remembered at every synapse until the episode has been judged.
 *
 * <pre>
 * s_t = h_(l-1)' xi_l / sigma^2                    xi_l: noise on the drives of layer l
 * G   = sum_t (R_t - v.x_t) s_t                    R_t: discounted return, v.x: its baseline
 * W  += alpha sqrt(weights / mean |G|^2) G         v += beta/(T n) sum_t (R_t - v.x_t) x_t
 * </pre>
 *
 * <p>The action follows greedily from the outputs with noise. The sum runs over an episode and
 * needs no storage, see {@link EpisodeScores}; what would have followed a time limit counts as
 * gamma v.x'. The mean runs over episodes. Shapes: x n, a constant included, one hidden layer of
 * tanh units.
 *
 * <p>Source: Fiete and Seung (2006), Physical Review Letters 97:048104; {@link NodePerturbation}.
 * Departs: the return counts from the action on, the baseline is learned, and G has one size.
 */
@HotPath
public final class NodePerturbedPolicy extends ScaledLearner {
  private static final double GAMMA = .99;
  private static final double BETA = .1;
  private static final double FORGET = .1; // of the mean of |G|^2, per episode

  /**
   * What may be set.
   *
   * @param hidden units of the hidden layer
   * @param sigma standard deviation of the noise on a drive
   * @param alpha step
   */
  public record Constants(int hidden, double sigma, double alpha) {}

  private final Kernels kernels = new DoubleRows();
  private final DenseNet net;
  private final Pass asked;
  private final NodePerturbation rule;
  private final EpisodeScores scores;
  private final GradientStep step;
  private final Decision decision;
  private final Vec unit; // 1, of one sample: its score is asked for, no loss yet
  private final double[] y;
  private final double[] v;
  private final double[] vTrace; // sum of gamma^k x
  private final double[] vStep;
  private double square; // mean of |G|^2
  private double steps;
  private double episodes;

  /**
   * @param inputs numbers that are observed
   */
  public NodePerturbedPolicy(int inputs, ActionSpace actions, Chance chance, Constants constants) {
    super(inputs, 1, actions, chance);
    decision = new Decision(actions, 0);
    int outputs = Decision.outputs(actions);
    List<Integer> widths = List.of(inputs + 1, constants.hidden(), outputs);
    net =
        new DenseNet(
            NetSpec.of(widths, Activation.TANH, Loss.SQUARED).withOutputGain(0), kernels, chance);
    asked = net.pass(1);
    rule = new NodePerturbation(net, 1, new Chance(chance.bits()), constants.sigma());
    scores = new EpisodeScores(net, GAMMA);
    step = new GradientStep(net, StepSizes.plain(constants.alpha()));
    unit = kernels.vec(1);
    y = new double[outputs];
    v = new double[inputs + 1];
    vTrace = new double[inputs + 1];
    vStep = new double[inputs + 1];
  }

  @Override
  void restart() {
    scores.forget();
    Arrays.fill(vTrace, 0);
    Arrays.fill(vStep, 0);
    steps = 0;
  }

  @Override
  void choose(double[] scaled, double[] action) {
    kernels.put(rule.pass().input(), 0, scaled);
    rule.observe();
    kernels.get(rule.perturb(), 0, y);
    decision.greedily(y, action);
  }

  @Override
  void deploy(double[] scaled, double[] action) {
    kernels.put(asked.input(), 0, scaled);
    asked.forward();
    kernels.get(asked.output(), 0, y);
    decision.greedily(y, action);
  }

  @Override
  boolean take(double[] from, double[] applied, double reward, double[] next, Ending ending) {
    double following = ending == Ending.TIME_LIMIT ? GAMMA * Rows.dot(v, next) : 0;
    gather(from, reward + following);
    return ending == Ending.NONE || judge();
  }

  private void gather(double[] from, double reward) {
    double baseline = Rows.dot(v, from);
    kernels.fill(unit, 1);
    rule.credit(unit);
    scores.next(reward, baseline);
    rule.emit(scores);
    Rows.scale(vTrace, GAMMA, vTrace);
    Rows.add(vTrace, 1, from);
    Rows.add(vStep, reward, vTrace);
    Rows.add(vStep, -baseline, from);
    steps++;
  }

  private boolean judge() {
    double size = scores.square();
    if (!Double.isFinite(size) || !Rows.areFinite(vStep)) {
      return false;
    }
    episodes++;
    square += Math.max(FORGET, 1 / episodes) * (size - square);
    if (square > 0) {
      scores.emit(step, -Math.sqrt(scores.weights() / square));
    }
    Rows.add(v, BETA / (steps * v.length), vStep);
    restart();
    return true;
  }

  @Override
  public void save(StateWriter out) {
    super.save(out);
    net.save(out);
    rule.save(out);
    step.save(out);
    scores.save(out);
    out.put("np.v", v);
    out.put("np.vTrace", vTrace);
    out.put("np.vStep", vStep);
    out.put("np.square", square);
    out.put("np.steps", steps);
    out.put("np.episodes", episodes);
  }

  @Override
  public void load(StateReader in) {
    super.load(in);
    net.load(in);
    rule.load(in);
    step.load(in);
    scores.load(in);
    in.get("np.v", v);
    in.get("np.vTrace", vTrace);
    in.get("np.vStep", vStep);
    square = in.getDouble("np.square");
    steps = in.getDouble("np.steps");
    episodes = in.getDouble("np.episodes");
  }
}
