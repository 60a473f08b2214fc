package io.olivo.deploy.demo;

import io.olivo.controller.telemetry.Telemetry;
import io.olivo.controller.telemetry.Tick;
import io.olivo.deploy.report.Timing;
import org.HdrHistogram.Histogram;

/** Wall time from tick to tick. */
final class TickTimes implements Telemetry {
  private static final double[] LIMITS_MICROS = {
    100, 150, 200, 300, 400, 600, 800, 1000, 1500, 2000, 5000, 10_000, 100_000
  };

  private final Histogram nanos = new Histogram(1, 10_000_000_000L, 3);
  private long last;

  @Override
  public void offer(Tick tick) {
    long now = System.nanoTime();
    if (last != 0) {
      nanos.recordValue(Math.min(now - last, nanos.getHighestTrackableValue()));
    }
    last = now;
  }

  Timing timing(double wantedHertz, double reachedHertz, long ticks) {
    long[] counts = new long[LIMITS_MICROS.length];
    long below = 0;
    for (int i = 0; i < counts.length; i++) {
      long until = nanos.getCountBetweenValues(0, (long) (LIMITS_MICROS[i] * 1e3));
      counts[i] = until - below;
      below = until;
    }
    long period = (long) (1e9 / wantedHertz);
    long late = nanos.getCountBetweenValues(period, nanos.getHighestTrackableValue());
    return new Timing(wantedHertz, reachedHertz, ticks, late, LIMITS_MICROS.clone(), counts);
  }
}
