package io.olivo.controller.observe;

import io.olivo.learning.HotPath;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;
import io.olivo.learning.snapshot.Stateful;
import io.olivo.sensors.SampleFrame;
import java.util.Arrays;

/**
 * Turns a frame into the state vector. A sample that is invalid is bridged by the last good one,
 * but not for longer than the robot file allows.
 */
@HotPath
public final class Observer implements Stateful {
  private static final int NONE = -1;

  private final int sensors; // the first channels are measured, the rest are echoes of actuators
  private final long staleNanos;
  private final double[] good; // [channel] last good value
  private final long[] goodStamp; // [channel] when that was read
  private long filledNanos;
  private int stale = NONE;

  /**
   * @param channels of the frame
   * @param sensors how many of them, from the first, are measured and may turn stale
   * @param staleAfterSeconds how long a good value may be used
   */
  public Observer(int channels, int sensors, double staleAfterSeconds) {
    this.sensors = sensors;
    staleNanos = Math.round(staleAfterSeconds * 1e9);
    good = new double[channels];
    goodStamp = new long[channels];
    restart();
  }

  /** Everything measured before is too old now. */
  public void restart() {
    Arrays.fill(goodStamp, Long.MIN_VALUE);
  }

  /**
   * Fills the state vector.
   *
   * @param samples this tick's frame
   * @param nowNanos this tick's time
   * @param state filled [channel], SI
   * @return whether every measured channel has a value that is good and fresh
   */
  public boolean fill(SampleFrame samples, long nowNanos, double[] state) {
    stale = NONE;
    filledNanos = nowNanos;
    for (int i = 0; i < state.length; i++) {
      if (samples.valid(i)) {
        good[i] = samples.value(i);
        goodStamp[i] = samples.stampNanos(i);
      }
      state[i] = good[i];
      if (i < sensors && stale == NONE && isStale(i, nowNanos)) {
        stale = i;
      }
    }
    return stale == NONE;
  }

  private boolean isStale(int i, long nowNanos) {
    return goodStamp[i] == Long.MIN_VALUE || nowNanos - goodStamp[i] > staleNanos;
  }

  /** How long a good value may be used [s]. */
  public double staleSeconds() {
    return staleNanos * 1e-9;
  }

  /**
   * Age of the last good value of the {@link #staleChannel} [s]; infinite when there never was one.
   */
  public double ageSeconds() {
    boolean never = stale == NONE || goodStamp[stale] == Long.MIN_VALUE;
    return never ? Double.POSITIVE_INFINITY : (filledNanos - goodStamp[stale]) * 1e-9;
  }

  /** The first channel without a fresh good value in the last {@link #fill}, or -1. */
  public int staleChannel() {
    return stale;
  }

  @Override
  public void save(StateWriter out) {
    out.put("observer.good", good);
    out.put("observer.stamp", goodStamp);
  }

  @Override
  public void load(StateReader in) {
    in.get("observer.good", good);
    in.get("observer.stamp", goodStamp);
  }
}
