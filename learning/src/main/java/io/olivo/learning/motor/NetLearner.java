package io.olivo.learning.motor;

import io.olivo.learning.Chance;
import io.olivo.learning.FeatureMap;
import io.olivo.learning.HotPath;
import io.olivo.learning.Learner;
import io.olivo.learning.Rows;
import io.olivo.learning.Teaching;
import io.olivo.learning.credit.ChangeDetector;
import io.olivo.learning.credit.CreditRules;
import io.olivo.learning.credit.NetTrainer;
import io.olivo.learning.credit.ReplayBuffer;
import io.olivo.learning.credit.StepSizes;
import io.olivo.learning.net.Activation;
import io.olivo.learning.net.DenseNet;
import io.olivo.learning.net.FloatRows;
import io.olivo.learning.net.Kernels;
import io.olivo.learning.net.Loss;
import io.olivo.learning.net.NetSpec;
import io.olivo.learning.olive.Identification;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;
import java.util.ArrayList;
import java.util.List;

/**
 * A layered net that learns, in the loop, the command that the plant needs.
 *
 * <pre>
 * u_j = limit_j net_j(x)                                   act
 * (x*, y*): what the input of a while ago turns out to have needed, see {@link Hindsight}
 * L   = |net(x*) - y*|^2 / 2                               one step of the credit rule, weights of now
 * the same for one pair drawn from a sample of all before  replay
 * </pre>
 *
 * <p>The last layer begins at 0, so that the first command is 0. Without replay the net follows the
 * present posture and forgets the others. A change of the plant makes old pairs untrue; {@link
 * ChangeDetector} then empties the replay. Shapes: x [input], u and y [output]; y in shares of the
 * output's limit. Lag and inertia are measured first ({@link Identification}), with the reference
 * held. Single precision, the same bits on every processor.
 */
@HotPath
public final class NetLearner implements Learner {
  /** eta of both steps, of a rule that knows the error. */
  static final double RATE = .02;

  /** A robot makes a thousand steps a second: feedback aligns in minutes with so little, too. */
  private static final double DECAY_SHARE = .1;

  private static final double LARGEST = 1e6; // of what may be believed
  private static final double LARGEST_INPUT = 10; // where about 1 is usual
  private static final double LARGEST_TARGET = 3; // shares of the output's limit

  private final FeatureMap features;
  private final Kernels kernels = new FloatRows();
  private final NetTrainer trainer;
  private final ReplayBuffer replay;
  private final ChangeDetector change;
  private final Hindsight hindsight;
  private final Identification identification;
  private final double[] limit; // [output] largest command
  private final double[] seen; // inputs of this tick, as they come
  private final double[] input; // x
  private final double[] output; // net(x)
  private final double[] wanted; // y*
  private long refused;
  private boolean frozen;
  private boolean refusing;

  /**
   * A learner that knows nothing yet.
   *
   * @param features the inputs x, each about [-1, 1]
   */
  public NetLearner(FeatureMap features, NetConfig config) {
    this.features = features;
    limit = config.robot().outputLimits();
    Chance chance = new Chance(config.seed());
    identification = new Identification(config.robot(), new Chance(chance.bits()));
    DenseNet net = new DenseNet(shape(features.size(), config), kernels, new Chance(chance.bits()));
    CreditRules rule = config.rule();
    StepSizes sizes = StepSizes.plain(RATE * rule.boldness()).withDecay(DECAY_SHARE * rule.decay());
    trainer = new NetTrainer(net, rule.maker(), sizes, 1, new Chance(chance.bits()));
    replay =
        new ReplayBuffer(config.replay(), features.size(), limit.length, new Chance(chance.bits()));
    change = new ChangeDetector(config.robot().dtSeconds());
    hindsight = new Hindsight(features.size(), config.robot());
    seen = new double[features.size()];
    input = new double[features.size()];
    output = new double[limit.length];
    wanted = new double[limit.length];
    tellPlant();
  }

  private static NetSpec shape(int inputs, NetConfig config) {
    List<Integer> widths = new ArrayList<>();
    widths.add(inputs);
    widths.addAll(config.hidden());
    widths.add(config.robot().outputLimits().length);
    return NetSpec.of(widths, Activation.TANH, Loss.SQUARED).withOutputGain(0);
  }

  private void tellPlant() {
    hindsight.lag(identification.lag());
    for (int j = 0; j < limit.length; j++) {
      for (int i = 0; i < limit.length; i++) {
        hindsight.inertia(j, i, identification.inertia(j, i));
      }
    }
  }

  @Override
  public int outputs() {
    return limit.length;
  }

  @Override
  public boolean identifying() {
    return !frozen && identification.stage() == Identification.Stage.RUNNING;
  }

  @Override
  public void act(double[] state, double[] desired, double[] learned) {
    see(state, desired);
    if (identifying()) {
      identification.dither(learned);
      return;
    }
    kernels.put(trainer.input(), 0, input);
    kernels.get(trainer.predict(), 0, output); // as the rule predicts: some change the inputs
    Rows.multiply(learned, limit, output);
  }

  /** With inputs beyond belief, x stays as it was. */
  private void see(double[] state, double[] desired) {
    features.fill(state, desired, seen);
    refusing = !Rows.areWithin(seen, LARGEST);
    if (!refusing) {
      Rows.copy(seen, input);
      Rows.bound(input, LARGEST_INPUT);
    }
  }

  @Override
  public void learn(Teaching teaching, double[] applied) {
    if (!teaching.hasError()) {
      return;
    }
    if (refusing || !isSound(teaching) || !Rows.areWithin(applied, LARGEST)) {
      refused++;
    } else if (identifying()) {
      identification.observe(teaching, applied);
      tellPlant();
    } else {
      follow(teaching, applied);
    }
  }

  private void follow(Teaching teaching, double[] applied) {
    hindsight.push(input, teaching, applied);
    boolean measured = identification.stage() == Identification.Stage.DONE;
    if (hindsight.isReady() && measured && !frozen) {
      hindsight.wanted(LARGEST_TARGET, wanted);
      adapt(hindsight.input());
    }
  }

  private void adapt(double[] past) {
    step(past, wanted);
    if (change.sees(hindsight.surprise())) {
      replay.clear();
    }
    if (replay.draw()) {
      step(replay.input(), replay.target());
    }
    replay.offer(past, wanted);
  }

  /** One step of the rule; leaves in {@code output} what the net said before. */
  private void step(double[] x, double[] y) {
    kernels.put(trainer.input(), 0, x);
    kernels.put(trainer.target(), 0, y);
    kernels.get(trainer.predict(), 0, output);
    trainer.learn();
  }

  private static boolean isSound(double value) {
    return Math.abs(value) <= LARGEST; // false for NaN, too
  }

  private boolean isSound(Teaching teaching) {
    boolean sound = true;
    for (int j = 0; j < limit.length; j++) {
      sound &= isSound(teaching.error(j)) && isSound(teaching.errorRate(j));
    }
    return sound;
  }

  @Override
  public void freeze(boolean nowFrozen) {
    frozen = nowFrozen;
  }

  @Override
  public void interrupt() {
    identification.interrupt();
    hindsight.interrupt();
  }

  /** {@return whether lag and inertia could not be measured, so that nothing is learned} */
  public boolean identificationFailed() {
    return identification.stage() == Identification.Stage.FAILED;
  }

  @Override
  public List<String> figureNames() {
    return List.of("replay", "changes", "lag_ticks", "refused");
  }

  @Override
  public void figures(double[] out) {
    out[0] = replay.size();
    out[1] = change.alarms();
    out[2] = identification.lag();
    out[3] = refused + trainer.refused();
  }

  @Override
  public void save(StateWriter out) {
    out.put("learner.refused", refused);
    out.put("learner.input", input);
    identification.save(out);
    hindsight.save(out);
    trainer.save(out);
    replay.save(out);
    change.save(out);
  }

  @Override
  public void load(StateReader in) {
    refused = in.getLong("learner.refused");
    in.get("learner.input", input);
    identification.load(in);
    hindsight.load(in);
    trainer.load(in);
    replay.load(in);
    change.load(in);
    tellPlant();
  }
}
