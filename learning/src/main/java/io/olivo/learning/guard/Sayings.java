package io.olivo.learning.guard;

import io.olivo.learning.HotPath;
import java.util.Arrays;

/** What two learners said in the last ticks, and what was applied. */
@HotPath
final class Sayings {
  private final int outputs;
  private final int ticks;
  private final double[] acting; // ring of [tick][output]
  private final double[] rival;
  private final double[] applied;
  private int newest;

  /**
   * @param outputs of each learner
   * @param ticks how many are remembered
   */
  Sayings(int outputs, int ticks) {
    this.outputs = outputs;
    this.ticks = ticks;
    acting = new double[outputs * ticks];
    rival = new double[outputs * ticks];
    applied = new double[outputs * ticks];
  }

  /** Remembers one tick. */
  void hear(double[] actingSaid, double[] rivalSaid, double[] wasApplied) {
    newest = newest + 1 == ticks ? 0 : newest + 1;
    System.arraycopy(actingSaid, 0, acting, newest * outputs, outputs);
    System.arraycopy(rivalSaid, 0, rival, newest * outputs, outputs);
    System.arraycopy(wasApplied, 0, applied, newest * outputs, outputs);
  }

  double acting(int ago, int output) {
    return acting[index(ago, output)];
  }

  double rival(int ago, int output) {
    return rival[index(ago, output)];
  }

  double applied(int ago, int output) {
    return applied[index(ago, output)];
  }

  private int index(int ago, int output) {
    return Math.floorMod(newest - Math.min(ago, ticks - 1), ticks) * outputs + output;
  }

  /** From now on the rival is taken to have said what was said by the one that acts. */
  void agree() {
    System.arraycopy(acting, 0, rival, 0, acting.length);
  }

  /** Nobody has said anything. */
  void clear() {
    Arrays.fill(acting, 0);
    Arrays.fill(rival, 0);
    Arrays.fill(applied, 0);
  }
}
