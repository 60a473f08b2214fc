package io.olivo.learning.reward;

import io.olivo.learning.FeatureMap;
import io.olivo.learning.HotPath;
import io.olivo.learning.Learner;
import io.olivo.learning.Teaching;
import io.olivo.learning.Teaching.Ending;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;
import java.util.List;

/**
 * Puts a learner from reward into a control loop. One tick is one step.
 *
 * <pre>
 * act(x_k):    learn(u_(k-1), r_(k-1), x_k), then choose u_k
 * learn(r_k):  keep r_k and what was applied of u_k
 * </pre>
 *
 * <p>So r_k is what is told in the tick of u_k: a function of what was measured before it acts.
 * Learned from is what was applied, after envelope and actuator. Where continuity is broken, the
 * step that spans the gap is left out and an episode begins; not so a step that ended it for good,
 * which needs nothing that followed. A tick without a reward teaches nothing.
 */
@HotPath
public final class RewardDriven implements Learner {
  private static final double REMEMBERED = .002; // of the mean reward, per tick

  private final FeatureMap features;
  private final RewardLearner learner;
  private final double[] observation; // x [input]
  private final double[] applied; // u [action]
  private double reward;
  private double meanReward;
  private Ending ending = Ending.NONE;
  private boolean pending; // a step waits for what followed
  private boolean begun;
  private boolean frozen;

  /**
   * Puts it in.
   *
   * @param features what the learner observes
   * @param learner with one bounded action per output
   */
  public RewardDriven(FeatureMap features, RewardLearner learner) {
    if (!(learner.actions() instanceof ActionSpace.Bounded)) {
      throw new IllegalArgumentException("a motor takes a number, not a choice");
    }
    this.features = features;
    this.learner = learner;
    observation = new double[features.size()];
    applied = new double[learner.actions().size()];
  }

  @Override
  public int outputs() {
    return applied.length;
  }

  @Override
  public void act(double[] state, double[] desired, double[] learned) {
    features.fill(state, desired, observation);
    if (pending) {
      learner.learn(applied, reward, observation, ending);
      pending = false;
      begun = ending == Ending.NONE;
    }
    if (!begun) {
      learner.begin(observation);
      begun = true;
    }
    learner.act(observation, learned);
  }

  @Override
  public void learn(Teaching teaching, double[] done) {
    if (!teaching.hasReward()) {
      return;
    }
    watch(teaching.reward());
    if (frozen) {
      return;
    }
    System.arraycopy(done, 0, applied, 0, applied.length);
    reward = teaching.reward();
    ending = teaching.ending();
    pending = true;
  }

  private void watch(double told) {
    if (Double.isFinite(told)) {
      meanReward += REMEMBERED * (told - meanReward);
    }
  }

  @Override
  public void freeze(boolean nowFrozen) {
    if (frozen != nowFrozen) {
      frozen = nowFrozen;
      learner.freeze(nowFrozen);
      interrupt();
    }
  }

  /** It is another body from now on. */
  public void moved() {
    learner.moved();
  }

  @Override
  public void interrupt() {
    if (pending && !frozen && ending == Ending.TERMINAL) {
      learner.learn(applied, reward, observation, ending);
    }
    pending = false;
    begun = false;
  }

  @Override
  public List<String> figureNames() {
    return List.of("reward", "refused");
  }

  @Override
  public void figures(double[] out) {
    out[0] = meanReward;
    out[1] = learner.refused();
  }

  @Override
  public void save(StateWriter out) {
    double[] step = out.room("driven.step", 5);
    step[0] = reward;
    step[1] = meanReward;
    step[2] = pending ? 1 : 0;
    step[3] = begun ? 1 : 0;
    step[4] = code(ending);
    out.put("driven.observation", observation);
    out.put("driven.applied", applied);
    learner.save(out);
  }

  @Override
  public void load(StateReader in) {
    reward = in.get("driven.step", 5, 0);
    meanReward = in.get("driven.step", 5, 1);
    pending = in.get("driven.step", 5, 2) != 0;
    begun = in.get("driven.step", 5, 3) != 0;
    ending = ending(in.get("driven.step", 5, 4));
    in.get("driven.observation", observation);
    in.get("driven.applied", applied);
    learner.load(in);
  }

  private static double code(Ending ending) {
    return switch (ending) {
      case NONE -> 0;
      case TERMINAL -> 1;
      case TIME_LIMIT -> 2;
    };
  }

  private static Ending ending(double code) {
    return code == 1 ? Ending.TERMINAL : code == 2 ? Ending.TIME_LIMIT : Ending.NONE;
  }
}
