package io.olivo.controller.reference;

import io.olivo.learning.HotPath;
import java.util.List;

/** Ten seconds of each trajectory in turn, each blended into the next over one second. */
@HotPath
public final class Mixed implements Trajectory {
  private static final double SEGMENT_SECONDS = 10;
  private static final double BLEND_SECONDS = 1;

  private final Trajectory[] part;
  private final double[] before; // [joint]

  /** Of trajectories of equally many joints. */
  public Mixed(List<Trajectory> parts) {
    part = parts.toArray(new Trajectory[0]);
    before = new double[part[0].joints()];
  }

  @Override
  public int joints() {
    return before.length;
  }

  @Override
  public void at(double seconds, double[] position) {
    long segment = (long) (seconds / SEGMENT_SECONDS);
    double into = seconds - segment * SEGMENT_SECONDS;
    part[(int) (segment % part.length)].at(seconds, position);
    if (into < BLEND_SECONDS && segment > 0) {
      part[(int) ((segment - 1) % part.length)].at(seconds, before);
      double share = MinimumJerk.at(into / BLEND_SECONDS);
      for (int j = 0; j < before.length; j++) {
        position[j] = before[j] + (position[j] - before[j]) * share;
      }
    }
  }
}
