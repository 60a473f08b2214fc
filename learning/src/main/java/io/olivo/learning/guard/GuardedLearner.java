package io.olivo.learning.guard;

import io.olivo.learning.HotPath;
import io.olivo.learning.Learner;
import io.olivo.learning.Teaching;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A learner that is not trusted blindly. What it knew when all was well, its last accepted
 * generation, runs in the shadow on the same inputs. When the effort of the feedback leaves its
 * band and the generation would have been clearly nearer to what was needed, the learner is frozen;
 * when that lasts, the generation takes its place. A plant that changes is no reason: then the
 * generation knows no better.
 *
 * <p>A candidate may run in the shadow, too; it takes over when it has done better for long enough.
 * None of them is saved: the state of a guarded learner is that of the one that acts.
 */
@HotPath
public final class GuardedLearner implements Learner {
  private static final int MOST_LAG = 128; // ticks; a longer lag counts as this

  private final GuardConfig config;
  private final double dtSeconds;
  private final GuardListener listener;
  private final Band band;
  private final Contest contest; // against the generation
  private final Contest trial; // against the candidate
  private final Sayings sayings; // of acting and shadow
  private final Sayings trialSayings; // of acting and candidate
  private final Jump jump;
  private final Streak guilt = new Streak();
  private final Streak calm = new Streak(); // since the last trouble
  private final Generation generation = new Generation();
  private final double[] effort; // [output]
  private final double[] said; // [output] by the one that acts
  private final double[] shadowSaid; // [output]
  private final double[] candidateSaid; // [output]
  private Learner acting;
  private Learner shadow;
  private @Nullable Learner candidate;
  private double seconds;
  private double sinceProposal;
  private double trialSeconds;
  private double cool; // time until learning goes on [s]
  private boolean frozen; // by whoever is outside
  private boolean suspected;
  private double effortBefore; // a jump, times the usual one
  private double doubt; // time until a learner that jumped is believed again [s]

  /**
   * Guards a learner.
   *
   * @param acting learns and acts
   * @param spare of the same kind and shape; what it knows is overwritten
   * @param limit most that each output may contribute [output]
   * @param dtSeconds tick length
   * @param config when to act
   * @param listener is told
   */
  public GuardedLearner(
      Learner acting,
      Learner spare,
      double[] limit,
      double dtSeconds,
      GuardConfig config,
      GuardListener listener) {
    this.acting = acting;
    this.shadow = spare;
    this.config = config;
    this.dtSeconds = dtSeconds;
    this.listener = listener;
    int outputs = acting.outputs();
    band = new Band(limit, config, dtSeconds);
    jump = new Jump(limit, dtSeconds);
    contest = new Contest(limit, dtSeconds / (config.fastSeconds() + dtSeconds));
    trial = new Contest(limit, dtSeconds / (config.candidateSeconds() + dtSeconds));
    sayings = new Sayings(outputs, MOST_LAG);
    trialSayings = new Sayings(outputs, MOST_LAG);
    effort = new double[outputs];
    said = new double[outputs];
    shadowSaid = new double[outputs];
    candidateSaid = new double[outputs];
  }

  /** Lets a candidate run in the shadow and take over when it does better. */
  public void tryOut(Learner newCandidate) {
    candidate = newCandidate;
    newCandidate.freeze(true);
    newCandidate.interrupt();
    trial.clear();
    trialSeconds = 0;
  }

  /**
   * Goes back to the last accepted generation because somebody outside wants it; between two ticks,
   * on the thread that runs them. Then nothing is learned for as long as after any rollback.
   *
   * @return false when nothing was accepted yet; then nothing changes
   */
  public boolean rollBack() {
    if (generation.exists()) {
      goBack(Verdict.RECALLED);
    }
    return generation.exists();
  }

  /** {@return the learner that acts} */
  public Learner acting() {
    return acting;
  }

  @Override
  public int outputs() {
    return acting.outputs();
  }

  @Override
  public boolean identifying() {
    return acting.identifying();
  }

  @Override
  public void act(double[] state, double[] desired, double[] learned) {
    acting.act(state, desired, said);
    if (generation.exists()) {
      shadow.act(state, desired, shadowSaid);
    }
    Learner tried = candidate;
    if (tried != null) {
      tried.act(state, desired, candidateSaid);
    }
    if (generation.exists() && !isFinite(said)) {
      goBack(Verdict.REFUSED);
    }
    System.arraycopy(said, 0, learned, 0, said.length);
  }

  private static boolean isFinite(double[] values) {
    boolean finite = true;
    for (double value : values) {
      finite &= Double.isFinite(value);
    }
    return finite;
  }

  @Override
  public void learn(Teaching teaching, double[] applied) {
    acting.freeze(frozen || suspected || cool > 0);
    acting.learn(teaching, applied);
    if (teaching.hasError() && !acting.identifying()) {
      watch(teaching, applied);
    }
    if (generation.exists()) {
      shadow.learn(teaching, applied);
    }
    Learner tried = candidate;
    if (tried != null) {
      tried.learn(teaching, applied);
    }
  }

  private void watch(Teaching teaching, double[] applied) {
    seconds += dtSeconds;
    cool = Math.max(0, cool - dtSeconds);
    for (int j = 0; j < effort.length; j++) {
      effort[j] = Double.isFinite(teaching.error(j)) ? teaching.error(j) : 0;
    }
    boolean wasInside = band.isInside();
    boolean inside = band.holds(effort);
    if (generation.exists()) {
      sayings.hear(said, shadowSaid, applied);
      contest.judge(sayings, acting.lagTicks(), effort);
      doubt(jump.sees(said, shadowSaid) && wasInside && isExperienced());
      boolean worse = !inside && isExperienced() && contest.share() < config.win();
      boolean rose = doubt > 0 && band.effort() > config.rise() * effortBefore;
      weigh(worse || rose);
    }
    calm.see(band.effort() < config.calm() && !suspected && cool == 0, dtSeconds);
    keep();
    tryCandidate(applied);
  }

  /** Before it is known what is usual nothing is unusual. */
  private boolean isExperienced() {
    return seconds > config.experienceSeconds();
  }

  /**
   * A learner that jumped while all was well is frozen until it is clear what came of it. A jump in
   * trouble is an answer to it, such as a remembered plant.
   */
  private void doubt(boolean jumped) {
    if (jumped && doubt == 0) {
      effortBefore = Math.max(1, band.effort());
    }
    doubt = jumped ? config.doubtSeconds() : Math.max(0, doubt - dtSeconds);
    if (jumped && !suspected) {
      suspected = true;
      tell(Verdict.FROZEN, contest);
    }
  }

  /** Freezes, thaws or rolls back. */
  private void weigh(boolean guilty) {
    guilt.see(guilty, dtSeconds);
    if (!suspected && guilt.seconds() > config.suspectSeconds()) {
      suspected = true;
      tell(Verdict.FROZEN, contest);
    } else if (suspected && !guilty && doubt == 0) {
      suspected = false;
      tell(Verdict.THAWED, contest);
    }
    if (suspected && guilt.seconds() > config.suspectSeconds() + config.convictSeconds()) {
      goBack(Verdict.ROLLED_BACK);
    }
  }

  /** The shadow acts from now on, and what acted knows again what the generation knew. */
  private void goBack(Verdict verdict) {
    tell(verdict, contest);
    Learner before = acting;
    acting = shadow;
    shadow = before;
    System.arraycopy(shadowSaid, 0, said, 0, said.length);
    renewShadow();
    generation.reject();
    suspected = false;
    doubt = 0;
    cool = config.coolSeconds();
    sinceProposal = 0;
  }

  private void renewShadow() {
    generation.into(shadow);
    shadow.freeze(true);
    guilt.clear();
    contest.clear();
    sayings.agree();
    jump.interrupt();
  }

  /** Puts what was learned on probation now and then, and accepts it when all stayed well. */
  private void keep() {
    sinceProposal += dtSeconds;
    if (generation.isOnProbation() && calm.seconds() < sinceProposal) {
      generation.reject();
    } else if (generation.isOnProbation() && sinceProposal >= config.probationSeconds()) {
      generation.accept();
      renewShadow();
      tell(Verdict.ACCEPTED, contest);
    } else if (isTimeToPropose()) {
      generation.propose(acting);
      sinceProposal = 0;
    }
  }

  private boolean isTimeToPropose() {
    return !frozen
        && !generation.isOnProbation()
        && calm.seconds() > 0
        && (!generation.exists() || sinceProposal >= config.acceptSeconds());
  }

  private void tryCandidate(double[] applied) {
    Learner tried = candidate;
    if (tried == null) {
      return;
    }
    trialSayings.hear(said, candidateSaid, applied);
    trial.judge(trialSayings, acting.lagTicks(), effort);
    trialSeconds += dtSeconds;
    if (trialSeconds > config.candidateSeconds() && trial.share() < config.candidateWin()) {
      tell(Verdict.PROMOTED, trial);
      acting = tried;
      candidate = null;
      sinceProposal = 0;
      generation.reject();
    }
  }

  private void tell(Verdict verdict, Contest by) {
    listener.decided(verdict, seconds, band.effort(), by.share());
  }

  @Override
  public void freeze(boolean nowFrozen) {
    frozen = nowFrozen;
  }

  @Override
  public void interrupt() {
    acting.interrupt();
    shadow.interrupt();
    Learner tried = candidate;
    if (tried != null) {
      tried.interrupt();
    }
    band.interrupt();
    jump.interrupt();
    contest.clear();
    sayings.clear();
    trialSayings.clear();
    guilt.clear();
    generation.reject();
  }

  @Override
  public List<String> figureNames() {
    return acting.figureNames();
  }

  @Override
  public void figures(double[] out) {
    acting.figures(out);
  }

  @Override
  public void save(StateWriter out) {
    acting.save(out);
  }

  /** What is loaded is trusted: it is the first generation. */
  @Override
  public void load(StateReader in) {
    acting.load(in);
    generation.propose(acting);
    generation.accept();
    renewShadow();
  }
}
