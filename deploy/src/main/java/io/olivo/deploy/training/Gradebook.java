package io.olivo.deploy.training;

import io.olivo.controller.feedback.Feedback;
import io.olivo.learning.HotPath;
import io.olivo.learning.Teaching;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;
import java.util.OptionalDouble;

/** Notes every reward that a learner is told; see {@link Score}. */
@HotPath
final class Gradebook implements Feedback {
  private final Feedback feedback;
  private final long episodeTicks;
  private final long tailTicks; // the last fifth of an episode
  private final double hold; // NaN where nobody says
  private long ticks;
  private double sum;
  private double tail;
  private long episodes;
  private long held;

  Gradebook(Feedback feedback, long episodeTicks, OptionalDouble hold) {
    this.feedback = feedback;
    this.episodeTicks = episodeTicks;
    tailTicks = Math.max(1, episodeTicks / 5);
    this.hold = hold.orElse(Double.NaN);
  }

  @Override
  public int outputs() {
    return feedback.outputs();
  }

  @Override
  public void command(double[] state, double[] desired, double[] command) {
    feedback.command(state, desired, command);
  }

  @Override
  public void teach(Teaching teaching) {
    feedback.teach(teaching);
    note(teaching.reward());
  }

  private void note(double reward) {
    ticks++;
    sum += reward;
    long place = (ticks - 1) % episodeTicks;
    tail += place >= episodeTicks - tailTicks ? reward : 0;
    if (place == episodeTicks - 1) {
      episodes++;
      held += tail >= hold * tailTicks ? 1 : 0;
      tail = 0;
    }
  }

  @Override
  public void restart() {
    feedback.restart();
  }

  @Override
  public void save(StateWriter out) {
    feedback.save(out);
  }

  @Override
  public void load(StateReader in) {
    feedback.load(in);
  }

  /** Number of rewards so far. */
  long ticks() {
    return ticks;
  }

  Score score() {
    return new Score(
        sum / ticks, Double.isNaN(hold) ? Double.NaN : held / (double) Math.max(1, episodes));
  }
}
