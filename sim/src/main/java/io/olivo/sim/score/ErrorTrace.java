package io.olivo.sim.score;

import io.olivo.controller.loop.GroundTruth;
import io.olivo.controller.telemetry.Telemetry;
import io.olivo.controller.telemetry.Tick;
import io.olivo.learning.HotPath;
import java.util.Arrays;

/**
 * Remembers the true error of every tick of a run: desired minus true position of all joints or,
 * where there is no reference, what should be zero. The last ticks win when there are more than it
 * has room for.
 */
@HotPath
public final class ErrorTrace implements Telemetry {
  private static final double WINDOW_SECONDS = .5;

  private final GroundTruth robot;
  private final double dtSeconds;
  private final double[] truth;
  private final double[] square; // [tick mod room] summed over joints; NaN where there is none
  private long last = -1; // newest tick, by robot time

  /**
   * @param robot whose truth it is
   * @param dtSeconds tick length
   * @param seconds room for so much of the run
   */
  public ErrorTrace(GroundTruth robot, double dtSeconds, double seconds) {
    this.robot = robot;
    this.dtSeconds = dtSeconds;
    truth = new double[robot.size()];
    square = new double[(int) Math.ceil(seconds / dtSeconds) + 1];
    Arrays.fill(square, Double.NaN);
  }

  @Override
  public void offer(Tick tick) {
    robot.truth(truth);
    double sum = 0;
    int joints = tick.desired.length / 3;
    for (int j = 0; j < truth.length; j++) {
      double error = joints == 0 ? truth[j] : tick.desired[j] - truth[j];
      sum += error * error;
    }
    last = Math.round(tick.nowNanos * 1e-9 / dtSeconds);
    square[(int) (last % square.length)] = sum;
  }

  /** Robot time of the newest tick [s]. */
  public double seconds() {
    return last * dtSeconds;
  }

  /** Root mean square error between two robot times; NaN where nothing is remembered. */
  public double rms(double fromSeconds, double toSeconds) {
    long from = Math.max(Math.round(fromSeconds / dtSeconds), last + 1 - square.length);
    long to = Math.min(Math.round(toSeconds / dtSeconds), last + 1);
    double sum = 0;
    long count = 0;
    for (long t = Math.max(from, 0); t < to; t++) {
      double one = square[(int) (t % square.length)];
      sum += Double.isNaN(one) ? 0 : one;
      count += Double.isNaN(one) ? 0 : 1;
    }
    return count == 0 ? Double.NaN : Math.sqrt(sum / count);
  }

  /** Root mean square error of the half second before the newest tick. */
  public double recent() {
    return rms(seconds() - WINDOW_SECONDS, seconds() + dtSeconds);
  }

  /**
   * How long after a change it took until the error of half a second stays below a limit.
   *
   * @param changeSeconds robot time of the change
   * @param endSeconds robot time until which it must stay
   * @param limit in the unit of the error
   * @return seconds, NaN when it never does
   */
  public double recovery(double changeSeconds, double endSeconds, double limit) {
    double above = changeSeconds;
    double end = Math.min(endSeconds, seconds());
    for (double t = changeSeconds + WINDOW_SECONDS; t <= end; t += .01) {
      if (!(rms(t - WINDOW_SECONDS, t) <= limit)) {
        above = t;
      }
    }
    return above + .02 >= end ? Double.NaN : above - changeSeconds;
  }
}
