package io.olivo.learning.reward;

import io.olivo.learning.HotPath;
import io.olivo.learning.Learner;
import io.olivo.learning.Teaching;
import io.olivo.learning.Teaching.Ending;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;
import java.util.List;

/**
 * Taught by reward and by error: reward says which path to take, error how to keep to it.
 *
 * <pre>
 * once per path:  p = chooser(x),  taught by the reward r of the path, told at its end
 * every tick:     u = tracker(state, desired along p),  taught by the error of the tick
 * </pre>
 *
 * <p>The two do not wait for each other: the tracker also learns on paths that the chooser only
 * tries, and its errors vanish long before much is known of r, so that r soon depends on p alone. A
 * path is an episode of one step.
 */
@HotPath
public final class PathLearner implements Learner {
  private final Learner tracker;
  private final RewardLearner chooser;
  private final double[] observation; // x
  private final double[] path; // p
  private boolean pending; // a path was chosen whose reward is not yet told
  private boolean frozen;

  /**
   * Puts them together.
   *
   * @param tracker taught by error, such as the cerebellum
   * @param chooser taught by reward; its action is the path
   * @param inputs of the chooser
   */
  public PathLearner(Learner tracker, RewardLearner chooser, int inputs) {
    this.tracker = tracker;
    this.chooser = chooser;
    observation = new double[inputs];
    path = new double[chooser.actions().size()];
  }

  /**
   * A path begins.
   *
   * @param seen what it is to be chosen by [input]
   * @param chosen filled [number of the path]
   */
  public void choose(double[] seen, double[] chosen) {
    System.arraycopy(seen, 0, observation, 0, observation.length);
    chooser.begin(observation);
    chooser.act(observation, path);
    System.arraycopy(path, 0, chosen, 0, path.length);
    pending = !frozen;
  }

  /** Chooses the path that it deploys; nothing is learned from its reward. */
  public void chooseGreedily(double[] seen, double[] chosen) {
    chooser.actGreedily(seen, chosen);
    pending = false;
  }

  @Override
  public int outputs() {
    return tracker.outputs();
  }

  @Override
  public boolean identifying() {
    return tracker.identifying();
  }

  @Override
  public int lagTicks() {
    return tracker.lagTicks();
  }

  @Override
  public void act(double[] state, double[] desired, double[] learned) {
    tracker.act(state, desired, learned);
  }

  /** An error teaches the tracker; a reward ends the path and teaches the chooser. */
  @Override
  public void learn(Teaching teaching, double[] applied) {
    tracker.learn(teaching, applied);
    if (teaching.hasReward() && pending) {
      chooser.learn(path, teaching.reward(), observation, Ending.TERMINAL);
      pending = false;
    }
  }

  @Override
  public void freeze(boolean nowFrozen) {
    frozen = nowFrozen;
    tracker.freeze(nowFrozen);
    chooser.freeze(nowFrozen);
    pending = false;
  }

  @Override
  public void interrupt() {
    tracker.interrupt();
    pending = false;
  }

  @Override
  public List<String> figureNames() {
    return tracker.figureNames();
  }

  @Override
  public void figures(double[] out) {
    tracker.figures(out);
  }

  @Override
  public void save(StateWriter out) {
    out.put("path.observation", observation);
    out.put("path.chosen", path);
    out.put("path.pending", pending ? 1L : 0L);
    tracker.save(out);
    chooser.save(out);
  }

  @Override
  public void load(StateReader in) {
    in.get("path.observation", observation);
    in.get("path.chosen", path);
    pending = in.getLong("path.pending") == 1;
    tracker.load(in);
    chooser.load(in);
  }
}
