package io.olivo.controller.score;

import io.olivo.controller.loop.GroundTruth;
import io.olivo.controller.telemetry.Telemetry;
import io.olivo.controller.telemetry.Tick;
import io.olivo.learning.HotPath;

/**
 * Remembers the true error of every tick of a run: desired minus true position of all joints or,
 * where there is no reference, what should be zero. The last ticks win when there are more than it
 * has room for.
 */
@HotPath
public final class ErrorTrace implements Telemetry {
  private final GroundTruth robot;
  private final double[] truth;
  private final RmsTrace squares; // summed over joints

  /**
   * @param robot whose truth it is
   * @param dtSeconds tick length
   * @param seconds room for so much of the run
   */
  public ErrorTrace(GroundTruth robot, double dtSeconds, double seconds) {
    this.robot = robot;
    truth = new double[robot.size()];
    squares = new RmsTrace(dtSeconds, seconds);
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
    squares.put(tick.nowNanos, sum);
  }

  /** All of it. */
  public RmsTrace squares() {
    return squares;
  }

  /** Robot time of the newest tick [s]. */
  public double seconds() {
    return squares.seconds();
  }

  /** Root mean square error between two robot times; NaN where nothing is remembered. */
  public double rms(double fromSeconds, double toSeconds) {
    return squares.rms(fromSeconds, toSeconds);
  }

  /** Root mean square error of the half second before the newest tick. */
  public double recent() {
    return squares.recent();
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
    return squares.recovery(changeSeconds, endSeconds, limit);
  }
}
