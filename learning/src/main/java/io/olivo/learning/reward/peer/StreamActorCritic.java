package io.olivo.learning.reward.peer;

import io.olivo.learning.Chance;
import io.olivo.learning.HotPath;
import io.olivo.learning.Teaching.Ending;
import io.olivo.learning.credit.FeedbackPath;
import io.olivo.learning.net.Activation;
import io.olivo.learning.net.FloatRows;
import io.olivo.learning.net.Loss;
import io.olivo.learning.net.NetSpec;
import io.olivo.learning.reward.ActionSpace;
import io.olivo.learning.reward.RewardScale;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;
import java.util.List;

/**
 * Stream AC(lambda): actor and critic are layered nets that learn from every sample as it comes,
 * without replay. Inputs and rewards are scaled by their running spreads.
 *
 * <pre>
 * delta = r + gamma v(x')[not terminal] - v(x)
 * critic:  z = gamma lambda z + dv/dw,                             kappa 2
 * actor:   z = gamma lambda z + d(log p + tau sgn(delta) H)/dw,    kappa 3
 * w     += delta z, bounded as in TracedNet;  gamma .99, lambda .8, tau .01
 * </pre>
 *
 * <p>Both nets have two hidden layers with layer normalisation, first weights nine tenths of which
 * are zero. With backprop as the way back it is the published rule, with others it shows what these
 * do for it. Shapes: x n; actor n-H-H-outputs, see {@link StochasticHead}; critic n-H-H-1.
 *
 * <p>Source: Elsayed, Vasan and Mahmood (2024), arXiv 2410.14606. Departs: rectified instead of
 * leaky units; first weights are normal instead of uniform, with the same variance, and those of
 * the last layers are dense and small instead of sparse; a time limit is bootstrapped.
 */
@HotPath
public final class StreamActorCritic extends ScaledLearner {
  private static final double GAMMA = .99;
  private static final double FADING = GAMMA * .8;
  private static final double TAU = .01;
  private static final double KAPPA_ACTOR = 3;
  private static final double KAPPA_CRITIC = 2;
  private static final double SPARSITY = .9;
  private static final double GAIN =
      Math.sqrt((1 - SPARSITY) / 3); // of U(+-1/sqrt(inputs)), thinned
  private static final double[] ONE = {1};

  private final TracedNet actor;
  private final TracedNet critic;
  private final StochasticHead head;
  private final RewardScale rewards = new RewardScale(GAMMA);
  private final double[] direction;

  /**
   * @param path brings directions of the outputs back to the hidden layers
   * @param hidden units of a hidden layer
   * @param decay of the weights per step, for paths that need it; 0 for the others
   */
  public StreamActorCritic(
      int inputs,
      ActionSpace actions,
      Chance chance,
      FeedbackPath.Maker path,
      int hidden,
      double decay) {
    super(inputs, 0, actions, chance);
    int outputs = StochasticHead.outputs(actions);
    head = new StochasticHead(actions);
    direction = new double[outputs];
    actor = net(List.of(inputs, hidden, hidden, outputs), chance, path, KAPPA_ACTOR, decay);
    critic = net(List.of(inputs, hidden, hidden, 1), chance, path, KAPPA_CRITIC, decay);
  }

  private static TracedNet net(
      List<Integer> widths, Chance chance, FeedbackPath.Maker path, double kappa, double decay) {
    NetSpec spec =
        new NetSpec(widths, Activation.RELU, Loss.SQUARED, GAIN, GAIN, SPARSITY, true, false);
    return new TracedNet(spec, new FloatRows(), path, chance, kappa, FADING, decay);
  }

  @Override
  void restart() {
    actor.forget();
    critic.forget();
  }

  @Override
  void choose(double[] scaled, double[] action) {
    actor.ask(scaled);
    head.draw(actor.output, chance, action);
  }

  @Override
  void deploy(double[] scaled, double[] action) {
    actor.ask(scaled);
    head.greedily(actor.output, action);
  }

  @Override
  boolean take(double[] from, double[] applied, double reward, double[] next, Ending ending) {
    critic.ask(next);
    double following = ending == Ending.TERMINAL ? 0 : GAMMA * critic.output[0];
    critic.forward(from);
    double delta = rewards.scaled(reward, ending != Ending.NONE) + following - critic.output[0];
    critic.trace(ONE);
    actor.forward(from);
    head.direction(actor.output, applied, TAU * Math.signum(delta), direction);
    actor.trace(direction);
    return Double.isFinite(delta) && critic.step(delta) && actor.step(delta);
  }

  @Override
  public void save(StateWriter out) {
    super.save(out);
    rewards.save(out, "reward.scale");
    out.put("stream.drawn", head.drawn);
    actor.save(out, "actor.");
    critic.save(out, "critic.");
  }

  @Override
  public void load(StateReader in) {
    super.load(in);
    rewards.load(in, "reward.scale");
    in.get("stream.drawn", head.drawn);
    actor.load(in, "actor.");
    critic.load(in, "critic.");
  }
}
