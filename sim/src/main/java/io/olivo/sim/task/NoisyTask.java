package io.olivo.sim.task;

import io.olivo.learning.Chance;
import io.olivo.learning.HotPath;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;

/**
 * A task that is seen through noise: to each observed number a normal one is added, drawn anew
 * whenever one looks.
 */
@HotPath
public final class NoisyTask extends ChangedTask {
  private final double deviation;
  private final int size;
  private final Chance chance;

  /**
   * @param deviation standard deviation, the same for every observed number
   */
  public NoisyTask(Task task, double deviation, Chance chance) {
    super(task);
    if (!(deviation >= 0)) {
      throw new IllegalArgumentException(
          "the deviation of noise must be 0 or more, got " + deviation);
    }
    this.deviation = deviation;
    this.chance = chance;
    size = task.observations().size();
  }

  @Override
  public void observe(double[] observation) {
    super.observe(observation);
    for (int i = 0; i < size; i++) {
      observation[i] += deviation * chance.normal();
    }
  }

  @Override
  public void save(StateWriter out) {
    super.save(out);
    chance.save(out, "noise.chance");
  }

  @Override
  public void load(StateReader in) {
    super.load(in);
    chance.load(in, "noise.chance");
  }
}
