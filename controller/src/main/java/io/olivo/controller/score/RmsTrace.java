package io.olivo.controller.score;

import io.olivo.learning.HotPath;
import java.util.Arrays;

/**
 * Remembers one square per tick and tells its root mean over any stretch of time. The last ticks
 * win when there are more than it has room for.
 */
@HotPath
public final class RmsTrace {
  private static final double WINDOW_SECONDS = .5;
  private static final double STEP_SECONDS = .01;

  private final double dtSeconds;
  private final double[] square; // [tick mod room]; NaN where there is none
  private long last = -1; // newest tick, by robot time

  /**
   * @param dtSeconds tick length
   * @param seconds room for so much of the run
   */
  public RmsTrace(double dtSeconds, double seconds) {
    this.dtSeconds = dtSeconds;
    square = new double[(int) Math.ceil(seconds / dtSeconds) + 1];
    Arrays.fill(square, Double.NaN);
  }

  /** Remembers the square of one tick; one before time 0, by a wrong clock, is forgotten. */
  public void put(long nowNanos, double newSquare) {
    if (nowNanos < 0) {
      return;
    }
    long tick = Math.round(nowNanos * 1e-9 / dtSeconds);
    forgetLeftOut(tick);
    last = tick;
    square[(int) (last % square.length)] = newSquare;
  }

  /** A tick that was left out has no square: what is in its place is of a round before. */
  private void forgetLeftOut(long tick) {
    for (long t = Math.max(last + 1, tick - square.length + 1); t < tick; t++) {
      square[(int) (t % square.length)] = Double.NaN;
    }
  }

  /** Robot time of the newest tick [s]. */
  public double seconds() {
    return last * dtSeconds;
  }

  /** Root mean square between two robot times; NaN where nothing is remembered. */
  public double rms(double fromSeconds, double toSeconds) {
    long to = end(toSeconds);
    double sum = 0;
    long count = 0;
    for (long t = begin(fromSeconds); t < to; t++) {
      double one = square[(int) (t % square.length)];
      sum += Double.isNaN(one) ? 0 : one;
      count += Double.isNaN(one) ? 0 : 1;
    }
    return count == 0 ? Double.NaN : Math.sqrt(sum / count);
  }

  /** How many ticks between two robot times are not remembered, or were not a number. */
  public long missing(double fromSeconds, double toSeconds) {
    long missing = 0;
    long to = end(toSeconds);
    for (long t = begin(fromSeconds); t < to; t++) {
      missing += Double.isNaN(square[(int) (t % square.length)]) ? 1 : 0;
    }
    return missing;
  }

  private long begin(double fromSeconds) {
    return Math.max(0, Math.max(Math.round(fromSeconds / dtSeconds), last + 1 - square.length));
  }

  private long end(double toSeconds) {
    return Math.min(Math.round(toSeconds / dtSeconds), last + 1);
  }

  /**
   * How long after a change it took until the root mean square of half a second stays below a
   * limit.
   *
   * @param changeSeconds robot time of the change
   * @param endSeconds robot time until which it must stay
   * @param limit in the unit of the root
   * @return seconds, NaN when it never does
   */
  public double recovery(double changeSeconds, double endSeconds, double limit) {
    double above = changeSeconds;
    double end = Math.min(endSeconds, seconds());
    double t = changeSeconds + WINDOW_SECONDS;
    for (int i = 1; t <= end; i++) {
      if (!(rms(t - WINDOW_SECONDS, t) <= limit)) {
        above = t;
      }
      t = changeSeconds + WINDOW_SECONDS + i * STEP_SECONDS;
    }
    return above + 2 * STEP_SECONDS >= end ? Double.NaN : above - changeSeconds;
  }

  /** Root mean square of the half second before the newest tick. */
  public double recent() {
    return rms(seconds() - WINDOW_SECONDS, seconds() + dtSeconds);
  }
}
