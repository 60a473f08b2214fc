package io.olivo.controller.checkpoint;

import io.olivo.controller.telemetry.Telemetry;
import io.olivo.controller.telemetry.Tick;
import io.olivo.learning.HotPath;

/** Offers a snapshot every so many ticks, after the tick and on its thread. */
@HotPath
public final class PeriodicSnapshots implements Telemetry {
  private final SnapshotWriter writer;
  private final double dtSeconds;
  private final long period; // ticks

  /**
   * @param everySeconds robot time between two snapshots [s]
   * @param dtSeconds tick length [s]
   */
  public PeriodicSnapshots(SnapshotWriter writer, double everySeconds, double dtSeconds) {
    if (!(everySeconds >= dtSeconds)) {
      throw new IllegalArgumentException(
          "snapshots.every must be at least a tick, got " + everySeconds + " s");
    }
    this.writer = writer;
    this.dtSeconds = dtSeconds;
    period = Math.round(everySeconds / dtSeconds);
  }

  @Override
  public void offer(Tick tick) {
    if (tick.number > 0 && tick.number % period == 0) {
      writer.offer(tick.number, tick.number * dtSeconds, "periodic");
    }
  }
}
