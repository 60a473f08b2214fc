package io.olivo.learning.cerebellum;

import io.olivo.learning.Chance;
import io.olivo.learning.FeatureMap;
import io.olivo.learning.HotPath;
import io.olivo.learning.Learner;
import io.olivo.learning.Rows;
import io.olivo.learning.Teaching;
import io.olivo.learning.expansion.GranuleLayer;
import io.olivo.learning.olive.Identification;
import io.olivo.learning.olive.OlivaryTarget;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;
import java.util.List;

/**
 * Learns the command that a plant needs, from the effort of the feedback, while it runs.
 *
 * <pre>
 * u_ff,j = w_j . z(x) + w_g,j . g(x)                                    act
 * e_j    = y_j - w_j . (F z)(t-L) - w_g,j . (F g)(t-L)                   error against the weights of now
 * w_j   += K e_j v + gate eta / R e_j F z / (.01 + |F z|^2)             least squares, surprised LMS
 * w_g,j += beta (1 - q K) e_j F g / (.02 + |F g|^2)                     granules take what is left
 * w_g,j -= dt / T w_g,j                                                 and forget what nothing renews
 * </pre>
 *
 * <p>Products and granules see much the same, so noise moves weights from the ones to the others
 * where no error holds them. The last line ends that drift: sigma modification, Ioannou and
 * Kokotovic (1984), Automatica 20:583.
 *
 * <p>Shapes: x d, z k, g N, w [output][k], w_g [output][N]. Units: y, e, u in the actuator's; d in
 * joint units per second. Lag L and inertia M are measured first ({@link Identification}), with the
 * reference held. Sources and parts: see the package.
 */
@HotPath
public final class CerebellarLearner implements Learner {
  private static final double MOST_NOISE = 1000;
  private static final double LARGEST_ERROR = 1e3; // of the output's limit
  private static final double LARGEST_WEIGHT = 1e6; // of the output's limit
  private static final int BOUND_EVERY = 64; // ticks

  private final CerebellarConstants constants;
  private final double dtSeconds;
  private final int outputs;
  private final MossyCode code; // z, g and their traces
  private final OlivaryTarget target;
  private final Identification identification;
  private final BlockedLeastSquares squares;
  private final Trust trust;
  private final GainFloor floor;
  private final SurpriseGate surprise;
  private final ClimbingFibre fibre;
  private final ReadoutBank bank;
  private final Readout weights;
  private final double[] limit; // [output] largest command
  private final double[] wanted; // y [output]
  private final double[] error; // e [output]
  private final SlowError slow;
  private long tick;
  private long sinceInterrupt;
  private long refused;
  private double rest; // time until the weights may move again [s]
  private boolean frozen;
  private boolean refusing;

  /**
   * A learner that knows nothing yet.
   *
   * @param features the inputs x
   * @param config what it must know of the robot
   */
  public CerebellarLearner(FeatureMap features, CerebellarConfig config) {
    constants = config.constants();
    dtSeconds = config.dtSeconds();
    outputs = config.outputLimits().length;
    Chance chance = new Chance(config.seed());
    ProductFeatures products = new ProductFeatures(features);
    GranuleLayer granules = new GranuleLayer(config.granules(), features.size(), chance);
    double rate = dtSeconds / (constants.traceTau() + dtSeconds);
    code = new MossyCode(features, products, granules, rate);
    target = new OlivaryTarget(outputs, constants.traceTau(), dtSeconds);
    identification = new Identification(config.olive(), chance);
    squares =
        new BlockedLeastSquares(
            prior(products, constants), products.blocks(), constants.forgetting());
    trust = new Trust(config);
    floor = new GainFloor(config);
    surprise = new SurpriseGate(dtSeconds);
    fibre = new ClimbingFibre(config, chance);
    bank = new ReadoutBank(config, products.size());
    weights = new Readout(outputs, products.size(), granules.size());
    limit = config.outputLimits();
    wanted = new double[outputs];
    error = new double[outputs];
    slow = new SlowError(outputs, dtSeconds);
    claimInertia();
  }

  /** P0 of every feature. */
  static double[] prior(ProductFeatures products, CerebellarConstants constants) {
    double[] prior = new double[products.size()];
    for (int i = 0; i < prior.length; i++) {
      prior[i] = products.isProduct(i) ? constants.priorProduct() : constants.priorLinear();
    }
    return prior;
  }

  private void claimInertia() {
    for (int j = 0; j < outputs; j++) {
      for (int i = 0; i < outputs; i++) {
        target.claim(j, i, constants.inertiaFactor() * identification.inertia(j, i));
      }
    }
  }

  @Override
  public int outputs() {
    return outputs;
  }

  @Override
  public boolean identifying() {
    return !frozen && identification.stage() == Identification.Stage.RUNNING;
  }

  @Override
  public void act(double[] state, double[] desired, double[] learned) {
    refusing = !code.see(state, desired);
    if (identifying()) {
      identification.dither(learned);
      return;
    }
    for (int j = 0; j < outputs; j++) {
      learned[j] = code.read(weights, j);
    }
  }

  @Override
  public void learn(Teaching teaching, double[] applied) {
    if (!teaching.hasError()) {
      return;
    }
    if (refusing || !isSound(teaching) || !MossyCode.areSound(applied)) {
      refused++;
    } else if (identifying()) {
      identification.observe(teaching, applied);
      claimInertia();
    } else {
      follow(teaching, applied);
    }
  }

  private void follow(Teaching teaching, double[] applied) {
    code.remember();
    target.push(teaching, applied);
    tick++;
    sinceInterrupt++;
    boolean traced = sinceInterrupt > identification.lag() + 3;
    if (traced && !frozen && identification.stage() == Identification.Stage.DONE) {
      adapt(identification.lag());
    }
  }

  private void adapt(int lag) {
    double[] z = code.products(lag);
    double[] g = code.granules(lag);
    for (int j = 0; j < outputs; j++) {
      wanted[j] = target.target(j, lag);
    }
    judge(z, g);
    slow.follow(error);
    ReadoutBank.Verdict verdict = bank.attend(wanted, z, g, slow, weights, tick, lag);
    if (verdict != ReadoutBank.Verdict.KEEP) {
      judge(z, g);
      answer(verdict);
    }
    rest -= dtSeconds;
    if (rest <= 0) {
      update(z, g, lag);
    }
    if (tick % BOUND_EVERY == 0) {
      bound();
    }
  }

  /** Only nonsense drives weights so far, and none gets far in so few ticks. */
  private void bound() {
    for (int j = 0; j < outputs; j++) {
      weights.bound(j, LARGEST_WEIGHT * limit[j]);
    }
  }

  /** A remembered plant is no surprise, and not to be touched on the way back; a new one is new. */
  private void answer(ReadoutBank.Verdict verdict) {
    if (verdict == ReadoutBank.Verdict.RETRIEVED) {
      slow.clear();
      surprise.calm();
      rest = constants.recallRest();
    } else {
      squares.doubt(constants.spawnPrior());
    }
  }

  /** Olivary error: against the weights of now. */
  private void judge(double[] z, double[] g) {
    for (int j = 0; j < outputs; j++) {
      double most = LARGEST_ERROR * limit[j];
      error[j] = Math.clamp(wanted[j] - weights.predict(j, z, g), -most, most);
    }
  }

  private void update(double[] z, double[] g, int lag) {
    double slowPower = slow.power();
    double open = surprise.next(slowPower, tick * dtSeconds);
    double least = floor.next(slowPower, slow.fastPower(error));
    double noise = trust.noise(target, lag);
    weights.fade(dtSeconds / constants.granuleMemory());
    if (fibre.fires(error)) {
      move(z, g, least / noise, Math.min(noise, MOST_NOISE), open);
    }
  }

  private void move(double[] z, double[] g, double least, double noise, double open) {
    squares.look(z);
    double gain = squares.gain(noise, least);
    double lms = constants.surpriseRate() * open / noise / (.01 + Rows.dot(z, z));
    double left = 1 - squares.variance() * gain;
    double granular = constants.granuleRate() * left / (.02 + Rows.dot(g, g));
    for (int j = 0; j < outputs; j++) {
      double e = fibre.carried(j);
      Rows.add(weights.products[j], gain * e, squares.direction());
      if (lms > 0) {
        Rows.add(weights.products[j], lms * e, z);
      }
      Rows.add(weights.granules[j], granular * e, g);
    }
    squares.absorb(noise);
  }

  private boolean isSound(Teaching teaching) {
    boolean sound = true;
    for (int j = 0; j < outputs; j++) {
      sound &= MossyCode.isSound(teaching.error(j));
      sound &= MossyCode.isSound(teaching.errorRate(j));
    }
    return sound;
  }

  @Override
  public void freeze(boolean nowFrozen) {
    frozen = nowFrozen;
  }

  @Override
  public void interrupt() {
    sinceInterrupt = 0;
    identification.interrupt();
    code.forgetTraces();
    target.reset();
  }

  @Override
  public List<String> figureNames() {
    return List.of("slot", "slots", "retrievals", "surprise", "lag_ticks", "refused");
  }

  @Override
  public void figures(double[] out) {
    out[0] = bank.live();
    out[1] = bank.count();
    out[2] = bank.retrievals();
    out[3] = bank.surprise();
    out[4] = identification.lag();
    out[5] = refused;
  }

  /** {@return whether lag and inertia could not be measured, so that nothing is learned} */
  public boolean identificationFailed() {
    return identification.stage() == Identification.Stage.FAILED;
  }

  @Override
  public int lagTicks() {
    return identification.lag();
  }

  /**
   * {@return the measured inertia of one output [actuator unit per unit of acceleration]}
   *
   * @param output which
   */
  public double inertia(int output) {
    return identification.inertia(output);
  }

  /**
   * {@return the share of the dither that the measurement did not explain, 0 to 1}
   *
   * @param output which
   */
  public double unexplained(int output) {
    return identification.residual(output);
  }

  @Override
  public void save(StateWriter out) {
    double[] clocks = out.room("learner.clocks", 3);
    clocks[0] = tick;
    clocks[1] = sinceInterrupt;
    clocks[2] = refused;
    identification.save(out);
    code.save(out);
    target.save(out);
    squares.save(out);
    floor.save(out);
    surprise.save(out);
    slow.save(out);
    out.put("learner.rest", rest);
    weights.save(out, "weights");
    bank.save(out);
  }

  @Override
  public void load(StateReader in) {
    tick = (long) in.get("learner.clocks", 3, 0);
    sinceInterrupt = (long) in.get("learner.clocks", 3, 1);
    refused = (long) in.get("learner.clocks", 3, 2);
    identification.load(in);
    code.load(in);
    target.load(in);
    squares.load(in);
    floor.load(in);
    surprise.load(in);
    slow.load(in);
    rest = in.has("learner.rest") ? in.getDouble("learner.rest") : 0;
    weights.load(in, "weights");
    bank.load(in);
    claimInertia();
  }
}
