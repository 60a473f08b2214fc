package io.olivo.deploy.replay;

import io.olivo.controller.telemetry.Telemetry;
import io.olivo.controller.telemetry.Tick;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What a feedback has to add to the learned part to come to what was applied, per actuator: the
 * root of the mean square of applied less learned over the ticks in which the robot acted.
 */
final class EffortTally implements Telemetry {
  private static final long SECOND = 1_000_000_000;

  private final int actuators;
  private final List<double[]> seconds = new ArrayList<>(); // sums of squares, then their number

  EffortTally(int actuators) {
    this.actuators = actuators;
  }

  @Override
  public void offer(Tick tick) {
    if (!tick.moved) {
      return;
    }
    int second = (int) Math.max(0, tick.nowNanos / SECOND);
    while (seconds.size() <= second) {
      seconds.add(new double[actuators + 1]);
    }
    double[] sums = seconds.get(second);
    for (int i = 0; i < actuators; i++) {
      double added = tick.applied[i] - tick.learned[i];
      sums[i] += added * added;
    }
    sums[actuators]++;
  }

  /** Of every actuator, over the last so many seconds [its unit]; NaN when it never acted. */
  double[] rms(int last) {
    double[] sums = new double[actuators + 1];
    for (double[] one : seconds.subList(Math.max(0, seconds.size() - last), seconds.size())) {
      Arrays.setAll(sums, i -> sums[i] + one[i]);
    }
    double[] rms = new double[actuators];
    Arrays.setAll(rms, i -> Math.sqrt(sums[i] / sums[actuators]));
    return rms;
  }
}
