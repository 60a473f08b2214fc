package io.olivo.sensors.filter;

import io.olivo.sensors.SampleFrame;

/** How many ticks lie between two samples, by their stamps. */
final class Gap {
  private Gap() {}

  /** From one sample to the next; 0 when it is the same one, 1 when the clock was set back. */
  static int ticks(long beforeNanos, long nowNanos, double dtNanos) {
    if (beforeNanos == SampleFrame.NEVER || nowNanos < beforeNanos) {
      return 1;
    }
    if (nowNanos == beforeNanos) {
      return 0;
    }
    double ticks = Math.rint((nowNanos - beforeNanos) / dtNanos);
    return (int) Math.clamp(ticks, 1, Filter.LONGEST_GAP);
  }
}
