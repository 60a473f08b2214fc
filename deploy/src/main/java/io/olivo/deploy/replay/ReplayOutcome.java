package io.olivo.deploy.replay;

import io.olivo.controller.replay.Difference;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a replay went.
 *
 * @param began when the first beat was given
 * @param beats that were given again
 * @param robotSeconds from the first to the last
 * @param wallSeconds that it took
 * @param digests how often all that was learned was compared
 * @param difference the first one; null when there was none
 * @param whole whether it came to the end of the run
 * @param ending why it went no further
 * @param actuators names, with units
 * @param effort what the feedback had to add, rms [actuator] in its unit
 * @param effortLast the same over the last 10 s
 */
@SuppressWarnings("ArrayRecordComponent") // shown once, never compared
public record ReplayOutcome(
    Instant began,
    long beats,
    double robotSeconds,
    double wallSeconds,
    long digests,
    @Nullable Difference difference,
    boolean whole,
    String ending,
    List<String> actuators,
    double[] effort,
    double[] effortLast) {
  /** How many times faster than the run itself. */
  public double timesRealTime() {
    return robotSeconds / wallSeconds;
  }
}
