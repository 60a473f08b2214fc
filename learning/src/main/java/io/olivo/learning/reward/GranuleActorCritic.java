package io.olivo.learning.reward;

import io.olivo.learning.Chance;
import io.olivo.learning.HotPath;
import io.olivo.learning.Rows;
import io.olivo.learning.Teaching.Ending;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;
import org.jspecify.annotations.Nullable;

/**
 * Actor and critic on fixed random granules: local, sample by sample, no replay.
 *
 * <pre>
 * phi   = granules(z-score(observation))                      {@link Sight}
 * a     = policy(W . phi), explored                           {@link Policy}
 * r'    = r / deviation of the discounted return              {@link RewardScale}
 * delta = r' + gamma V . phi' - V . phi                       {@link TemporalDifferenceCritic}
 * z, e  = traces of what fired, and of what was done          {@link SparseTraces}
 * V     = V + step delta z                                    {@link TemporalDifferenceCritic}
 * W     = W + rate delta e                                    {@link ThreeFactorActor}
 * Wslow follows W and is deployed                             {@link GranuleReadout}
 * quicker for a while with another body                       {@link Settling}
 * gamma is fixed, or set by terminal states                   {@link Horizon}
 * </pre>
 *
 * <p>Learns from the action that was applied. A step is refused and counted if its observation
 * before or after, its reward or its action is not finite, or beyond 1e9: then traces begin anew
 * and nothing that is known changes. Shapes and units: see the parts. Cost: about five distances
 * and four additions per group, four operations per active trace. Source: Barto, Sutton and
 * Anderson (1983), IEEE SMC 13:834; Albus (1971), Mathematical Biosciences 10:25.
 */
@HotPath
public final class GranuleActorCritic implements RewardLearner {
  private final GranuleConfig config;
  private final Chance chance;
  private final Sight sight;
  private final Policy policy;
  private final RewardScale rewardScale;
  private final SparseTraces traces;
  private final TemporalDifferenceCritic critic;
  private final ThreeFactorActor actor;
  private final Settling settling = new Settling();
  private final @Nullable Horizon horizon;
  private final @Nullable BodyBank bank;
  private final @Nullable ChangeWatch change;
  private GranuleReadout readout; // of the present body
  private final @Nullable ModelGuidance guidance;
  private final double[] preference; // W . phi of the last draw [output]
  private final double[] mean; // with the model's command, if any [output]
  private final double[] factor; // xi [output]
  private final double[] done; // what was applied, coded [output]
  private boolean sound; // what is seen now can be believed
  private boolean drawn; // an action was drawn that is not yet learned from
  private boolean frozen;
  private long steps;
  private long refused;

  /**
   * One that knows nothing.
   *
   * @param config of the task
   * @param chance the source of wiring and exploration
   */
  public GranuleActorCritic(GranuleConfig config, Chance chance) {
    GranuleConstants constants = config.constants();
    this.config = config;
    this.chance = chance;
    sight = new Sight(config.inputs(), constants, chance);
    policy = Policy.of(config.actions(), constants, chance);
    rewardScale = new RewardScale(constants.discount());
    int outputs = policy.outputs();
    double decay = constants.discount() * constants.traceDecay();
    traces = new SparseTraces(sight.units(), outputs, decay, constants.traceCut());
    critic = new TemporalDifferenceCritic(constants);
    actor = new ThreeFactorActor(constants);
    horizon = config.ownHorizon() ? new Horizon() : null;
    bank = bank(config, sight.units(), outputs, chance);
    change = config.watchful() ? new ChangeWatch() : null;
    readout =
        bank == null
            ? new GranuleReadout(sight.units(), outputs, constants.slowRate())
            : bank.readout();
    guidance = guidance(config, chance);
    preference = new double[outputs];
    mean = new double[outputs];
    factor = new double[outputs];
    done = new double[outputs];
  }

  private static @Nullable BodyBank bank(
      GranuleConfig config, int units, int outputs, Chance chance) {
    double slowRate = config.constants().slowRate();
    return config.bodies() > 1
        ? new BodyBank(config.bodies(), units, outputs, config.inputs(), slowRate, chance)
        : null;
  }

  private static @Nullable ModelGuidance guidance(GranuleConfig config, Chance chance) {
    return config.model().isUsed() && config.actions() instanceof ActionSpace.Bounded bounded
        ? new ModelGuidance(config.inputs(), bounded, config.model(), chance)
        : null;
  }

  @Override
  public ActionSpace actions() {
    return config.actions();
  }

  @Override
  public void begin(double[] observation) {
    forgetEpisode();
    if (!frozen && Sight.isSound(observation)) {
      sight.observe(observation);
    }
    arriveAt(observation);
  }

  @Override
  public void act(double[] observation, double[] action) {
    if (frozen) {
      actGreedily(observation, action);
      return;
    }
    sound = Sight.isSound(observation);
    if (sound) {
      sight.look(observation);
    }
    readout.prefer(sight.now(), preference);
    Rows.copy(preference, mean);
    if (guidance != null) {
      guidance.guide(sight.scaled(), mean);
    }
    policy.explore(mean, action);
    drawn = true;
  }

  @Override
  public void actGreedily(double[] observation, double[] action) {
    boolean seen = Sight.isSound(observation);
    readout.preferSlowly(seen ? sight.glance(observation) : sight.now(), mean);
    if (guidance != null && seen) {
      guidance.guideDeployed(sight.glanced(), mean);
    }
    policy.choose(mean, action);
  }

  @Override
  public void learn(double[] applied, double reward, double[] next, Ending ending) {
    boolean told = Sight.isSound(applied) && Sight.isSound(reward) && Sight.isSound(next);
    boolean possible = told && sound && policy.isPossible(applied);
    if (possible && drawn && !frozen) {
      learnStep(applied, reward, next, ending);
    } else {
      refused += possible ? 0 : 1;
      forgetEpisode();
      arriveAt(next);
    }
    drawn = false;
    if (ending != Ending.NONE) {
      forgetEpisode();
    }
  }

  private void learnStep(double[] applied, double reward, double[] next, Ending ending) {
    boolean last = ending != Ending.NONE;
    steps++;
    sight.observe(next);
    sight.foresee(next);
    double scaled = rewardScale.scaled(reward, last);
    if (bank == null || knowsBody(bank, applied)) {
      learnReadout(applied, scaled, ending == Ending.TERMINAL);
    }
    if (guidance != null) {
      double usual = rewardScale.deviation();
      guidance.learn(sight.scaled(), applied, sight.ahead(), reward, usual, last);
    }
    sight.step();
  }

  private void learnReadout(double[] applied, double reward, boolean terminal) {
    if (horizon != null) {
      look(horizon, terminal);
    }
    policy.factor(applied, factor);
    traces.visit(sight.now(), factor);
    double error = critic.error(readout, sight.now(), reward, sight.next(), terminal);
    if (change != null && change.sees(reward, error)) {
      policy.restart();
    }
    critic.learn(readout, traces, error, sight.next(), terminal);
    actor.learn(readout, traces, error, sight.now(), preference, policy, settling.rate());
    traces.decay();
    readout.follow(steps, settling.age(steps));
    settling.step();
  }

  private void look(Horizon ahead, boolean terminal) {
    ahead.step(terminal);
    double discount = ahead.discount();
    critic.look(discount);
    traces.fade(discount * config.constants().traceDecay());
  }

  /** Looks which body it is; whether there is something to learn with it. */
  private boolean knowsBody(BodyBank among, double[] applied) {
    policy.code(applied, done);
    BodyBank.Verdict verdict = among.attend(sight.now(), sight.scaled(), done, sight.ahead());
    if (verdict != BodyBank.Verdict.KEEP) {
      readout = among.readout();
      traces.clear();
    }
    if (verdict == BodyBank.Verdict.OPENED) {
      policy.restart();
    }
    return verdict != BodyBank.Verdict.DOUBT;
  }

  /** Sees where it is now; mean and deviation stay as they are. */
  private void arriveAt(double[] observation) {
    sound = Sight.isSound(observation);
    if (sound) {
      sight.see(observation);
    }
  }

  private void forgetEpisode() {
    traces.clear();
    if (guidance != null) {
      guidance.begin();
    }
    drawn = false;
  }

  @Override
  public void moved() {
    settling.begin();
  }

  @Override
  public void freeze(boolean isFrozen) {
    frozen = isFrozen;
    forgetEpisode();
  }

  @Override
  public long refused() {
    return refused;
  }

  /** {@return how many bodies are remembered} */
  public int bodies() {
    return bank == null ? 1 : bank.used();
  }

  /** {@return how often a body was recognised that had been met before} */
  public long recalls() {
    return bank == null ? 0 : bank.recalls();
  }

  /** {@return how often a change for the worse has restarted the exploration} */
  public long restarts() {
    return change == null ? 0 : change.alarms();
  }

  /** {@return whether the model's command is deployed} */
  public boolean isGuided() {
    return guidance != null && guidance.isDeployed();
  }

  /** {@return how many steps it has learned from} */
  public long steps() {
    return steps;
  }

  @Override
  public void save(StateWriter out) {
    chance.save(out, "learner.chance");
    out.put("learner.steps", steps);
    out.put("learner.refused", refused);
    out.put("learner.sound", sound ? 1L : 0L);
    out.put("learner.drawn", drawn ? 1L : 0L);
    out.put("learner.preference", preference);
    sight.save(out);
    policy.save(out);
    rewardScale.save(out, "reward.scale");
    traces.save(out, "traces");
    actor.save(out);
    settling.save(out);
    if (bank == null) {
      readout.save(out, "readout");
    } else {
      bank.save(out);
    }
    if (change != null) {
      change.save(out);
    }
    if (horizon != null) {
      horizon.save(out);
    }
    if (guidance != null) {
      guidance.save(out);
    }
  }

  @Override
  public void load(StateReader in) {
    chance.load(in, "learner.chance");
    steps = in.getLong("learner.steps");
    refused = in.getLong("learner.refused");
    sound = in.getLong("learner.sound") != 0;
    drawn = in.getLong("learner.drawn") != 0;
    in.get("learner.preference", preference);
    sight.load(in);
    policy.load(in);
    rewardScale.load(in, "reward.scale");
    traces.load(in, "traces");
    actor.load(in);
    settling.load(in);
    if (bank == null) {
      readout.load(in, "readout");
    } else {
      bank.load(in);
      readout = bank.readout();
    }
    if (change != null) {
      change.load(in);
    }
    if (horizon != null) {
      horizon.load(in);
    }
    if (guidance != null) {
      guidance.load(in);
    }
  }
}
