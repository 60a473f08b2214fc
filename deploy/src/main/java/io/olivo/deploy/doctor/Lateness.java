package io.olivo.deploy.doctor;

import java.util.Locale;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramIterationValue;

/**
 * How late ticks began. A tick that was left out because the one before woke too late counts with
 * the time that passed until the loop was awake: a wake that is late by 5.3 periods counts as five
 * ticks, late by 5.3, 4.3, 3.3, 2.3 and 1.3 periods. Without that, skipping would hide it.
 *
 * @param due ticks that should have begun, the ones left out too
 * @param missed periods without a wake: a wake that is late by 5.3 periods leaves five without
 * @param p50Micros half of the ticks began within [us]
 * @param p99Micros 99 of 100 [us]
 * @param p999Micros 999 of 1000 [us]
 * @param maxMicros all of them [us]
 */
public record Lateness(
    long due,
    long missed,
    double p50Micros,
    double p99Micros,
    double p999Micros,
    double maxMicros) {
  private static final double MICRO = 1e-3; // of a nanosecond

  /**
   * By how late each wake was.
   *
   * @param wakes [ns late], one per wake
   * @param periodNanos of the loop [ns]
   */
  public static Lateness of(Histogram wakes, long periodNanos) {
    Histogram due = wakes.copyCorrectedForCoordinatedOmission(periodNanos);
    return new Lateness(
        due.getTotalCount(),
        missed(wakes, periodNanos),
        due.getValueAtPercentile(50) * MICRO,
        due.getValueAtPercentile(99) * MICRO,
        due.getValueAtPercentile(99.9) * MICRO,
        due.getMaxValue() * MICRO);
  }

  private static long missed(Histogram wakes, long periodNanos) {
    long missed = 0;
    for (HistogramIterationValue late : wakes.recordedValues()) {
      missed += late.getCountAtValueIteratedTo() * (late.getValueIteratedTo() / periodNanos);
    }
    return missed;
  }

  /** In microseconds. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "p50 %.0f, p99 %.0f, p99.9 %.0f, max %.0f us late, %d of %d periods missed",
        p50Micros,
        p99Micros,
        p999Micros,
        maxMicros,
        missed,
        due);
  }
}
