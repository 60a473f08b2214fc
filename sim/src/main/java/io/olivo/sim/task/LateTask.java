package io.olivo.sim.task;

import io.olivo.learning.Chance;
import io.olivo.learning.HotPath;
import io.olivo.learning.reward.ActionSpace;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;
import java.util.Arrays;

/**
 * A task whose actions take effect some steps late. Nobody is told; the first steps of an episode
 * see no action, or of a choice the middle one.
 */
@HotPath
public final class LateTask extends ChangedTask {
  private final double[][] queue; // [step mod late][action]
  private final int none;
  private final double[] now;
  private long steps;

  /**
   * @param late steps, at least 1
   */
  public LateTask(Task task, int late) {
    super(task);
    if (late < 1) {
      throw new IllegalArgumentException("actions must be at least one step late, got " + late);
    }
    int actions = task.actions().size();
    none = middle(task.actions());
    queue = new double[late][actions];
    now = new double[actions];
  }

  private static int middle(ActionSpace of) {
    return of instanceof ActionSpace.Choice choice ? (choice.choices() - 1) / 2 : 0;
  }

  @Override
  public void reset(Chance chance) {
    for (double[] action : queue) {
      Arrays.fill(action, none);
    }
    steps = 0;
    super.reset(chance);
  }

  @Override
  public double step(double[] action) {
    double[] place = queue[(int) (steps % queue.length)];
    System.arraycopy(place, 0, now, 0, now.length);
    System.arraycopy(action, 0, place, 0, now.length);
    steps++;
    return super.step(now);
  }

  @Override
  public void save(StateWriter out) {
    super.save(out);
    out.put("late.steps", steps);
    out.put("late.queue", queue);
  }

  @Override
  public void load(StateReader in) {
    super.load(in);
    steps = in.getLong("late.steps");
    in.get("late.queue", queue);
  }
}
