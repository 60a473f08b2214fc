package io.olivo.deploy.report;

/**
 * Whether the loop kept its pace.
 *
 * @param wantedHz the rate in the robot's file [ticks/s]
 * @param reachedHz ticks by the wall clock [ticks/s]
 * @param ticks how many were run
 * @param late how many began after their successor was due
 * @param upToMicros [bucket] upper limit of how long a tick took [us], ascending
 * @param counts [bucket] how many ticks took so long
 */
@SuppressWarnings("ArrayRecordComponent") // numbers for a plot; nobody compares two of them
public record Timing(
    double wantedHz, double reachedHz, long ticks, long late, double[] upToMicros, long[] counts) {
  public Timing {
    if (upToMicros.length != counts.length) {
      throw new IllegalArgumentException(
          "timing has " + upToMicros.length + " limits and " + counts.length + " counts");
    }
  }
}
