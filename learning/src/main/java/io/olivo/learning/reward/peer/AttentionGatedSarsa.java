package io.olivo.learning.reward.peer;

import io.olivo.learning.Chance;
import io.olivo.learning.HotPath;
import io.olivo.learning.Teaching.Ending;
import io.olivo.learning.credit.BrainProp;
import io.olivo.learning.credit.NetTrainer;
import io.olivo.learning.credit.StepSizes;
import io.olivo.learning.credit.Transpose;
import io.olivo.learning.net.Activation;
import io.olivo.learning.net.DenseNet;
import io.olivo.learning.net.DoubleRows;
import io.olivo.learning.net.Kernels;
import io.olivo.learning.net.Loss;
import io.olivo.learning.net.NetSpec;
import io.olivo.learning.net.Pass;
import io.olivo.learning.reward.ActionSpace;
import io.olivo.learning.reward.RewardScale;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;
import java.util.Arrays;
import java.util.List;

/**
 * AGREL for more than one step: a layered net tells what each choice will bring, and only the way
 * back from the choice that was made is taught, by {@link BrainProp}.
 *
 * <pre>
 * q      = net(x)                                       one output per choice
 * a      = largest q; with probability epsilon drawn by softmax(q) instead
 * target = r/s + gamma q_a'(x')[not terminal]           s: deviation of the discounted return
 * delta  = q_a - target at a, 0 elsewhere               the rest is BrainProp
 * </pre>
 *
 * <p>a' is the choice that will be made at x', so it is learned on policy. Inputs are scaled by
 * their running spreads. Shapes: x n; one hidden layer of tanh units.
 *
 * <p>Source: Pozzi, Bohte and Roelfsema (2020), NeurIPS 33, for choice and way back; Rummery and
 * Niranjan (1994), CUED/F-INFENG/TR 166, for the target. Departs from the first in the target,
 * which is that of a single step there; a time limit is bootstrapped.
 */
@HotPath
public final class AttentionGatedSarsa extends ScaledLearner {
  private static final int UNDECIDED = -1;

  /**
   * What may be set.
   *
   * @param hidden units of the hidden layer
   * @param rate step size
   * @param epsilon how often another than the best choice is tried
   * @param discount gamma
   */
  public record Constants(int hidden, double rate, double epsilon, double discount) {}

  private final Constants constants;
  private final Kernels kernels = new DoubleRows();
  private final DenseNet net;
  private final Pass asked;
  private final NetTrainer trainer;
  private final Decision decision;
  private final RewardScale rewards;
  private final double[] q;
  private final double[] did; // 1 at a [choice]
  private final double[] target; // the same for every choice; the rule looks at one
  private int decided = UNDECIDED; // a', where it is known already

  /**
   * @param inputs numbers that are observed
   * @param actions choices
   */
  public AttentionGatedSarsa(
      int inputs, ActionSpace.Choice actions, Chance chance, Constants constants) {
    super(inputs, 0, actions, chance);
    this.constants = constants;
    int choices = actions.choices();
    NetSpec spec =
        NetSpec.of(List.of(inputs, constants.hidden(), choices), Activation.TANH, Loss.SQUARED)
            .withOutputGain(0);
    net = new DenseNet(spec, kernels, chance);
    asked = net.pass(1);
    q = new double[choices];
    did = new double[choices];
    target = new double[choices];
    double[] made = did;
    trainer =
        new NetTrainer(
            net,
            (of, samples, luck) ->
                new BrainProp(
                    of,
                    samples,
                    luck,
                    (n, c) -> new Transpose(n),
                    (values, chosen) -> kernels.put(chosen, 0, made)),
            StepSizes.plain(constants.rate()),
            1,
            new Chance(chance.bits()));
    decision = new Decision(actions, 1);
    rewards = new RewardScale(constants.discount());
  }

  @Override
  void restart() {
    decided = UNDECIDED;
  }

  @Override
  void choose(double[] scaled, double[] action) {
    action[0] = decided == UNDECIDED ? decide(scaled) : decided;
  }

  @Override
  void deploy(double[] scaled, double[] action) {
    ask(scaled);
    decision.greedily(q, action);
  }

  private int decide(double[] scaled) {
    ask(scaled);
    return decision.explored(q, constants.epsilon(), chance);
  }

  private void ask(double[] scaled) {
    kernels.put(asked.input(), 0, scaled);
    asked.forward();
    kernels.get(asked.output(), 0, q);
  }

  @Override
  boolean take(double[] from, double[] applied, double reward, double[] next, Ending ending) {
    int done = (int) applied[0];
    if (done < 0 || done >= did.length) {
      return false;
    }
    boolean last = ending != Ending.NONE;
    decided = decide(next);
    double following = ending == Ending.TERMINAL ? 0 : constants.discount() * q[decided];
    Arrays.fill(target, rewards.scaled(reward, last) + following);
    Arrays.fill(did, 0);
    did[done] = 1;
    decided = last ? UNDECIDED : decided;
    return teach(from);
  }

  private boolean teach(double[] from) {
    kernels.put(trainer.input(), 0, from);
    kernels.put(trainer.target(), 0, target);
    trainer.predict();
    return trainer.learn();
  }

  /** {@return q of a choice, for whoever looks} */
  double value(double[] observation, int choice) {
    actGreedily(observation, new double[1]);
    return q[choice];
  }

  @Override
  public void save(StateWriter out) {
    super.save(out);
    trainer.save(out);
    rewards.save(out, "reward.scale");
    out.put("sarsa.decided", (long) decided);
  }

  @Override
  public void load(StateReader in) {
    super.load(in);
    trainer.load(in);
    rewards.load(in, "reward.scale");
    decided = (int) in.getLong("sarsa.decided");
  }
}
