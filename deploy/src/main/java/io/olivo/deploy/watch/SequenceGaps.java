package io.olivo.deploy.watch;

import java.util.Arrays;

/**
 * Counts messages that are missing, by their sequence numbers. Telemetry carries the number of its
 * tick, and not every tick is told, so what a step usually is must be seen first: it is the median
 * of the last ones, and a step of more than one and a half of it has a gap in it.
 */
final class SequenceGaps {
  private static final int REMEMBERED = 15;
  private static final double SUSPICIOUS = 1.5;

  private final long[] steps = new long[REMEMBERED];
  private long count;
  private long last;
  private boolean begun;
  private long missing;

  /**
   * Takes the number of a message.
   *
   * @return how many are missing before it
   */
  long take(long number) {
    long step = number - last;
    boolean first = !begun || step <= 0;
    last = number;
    begun = true;
    long gap = first || count < REMEMBERED ? 0 : gap(step);
    if (!first && gap == 0) {
      steps[(int) (count % REMEMBERED)] = step;
      count++;
    }
    missing += gap;
    return gap;
  }

  private long gap(long step) {
    long[] sorted = steps.clone();
    Arrays.sort(sorted);
    long usual = sorted[REMEMBERED / 2];
    return step > SUSPICIOUS * usual ? Math.round((double) step / usual) - 1 : 0;
  }

  /** All that were missing so far. */
  long missing() {
    return missing;
  }

  /** Another run: its numbers begin anew. */
  void restart() {
    begun = false;
    count = 0;
  }
}
