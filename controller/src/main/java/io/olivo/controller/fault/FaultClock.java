package io.olivo.controller.fault;

import io.olivo.learning.HotPath;
import io.olivo.learning.snapshot.StateReader;
import io.olivo.learning.snapshot.StateWriter;
import io.olivo.learning.snapshot.Stateful;
import java.util.List;

/**
 * What the decorators of a run know about time: faults go by the true time, the loop is told
 * another one while the clock is wrong, and a gap is left out by the pacer.
 */
@HotPath
final class FaultClock implements Sleeper, Stateful {
  private final Span[] wrong;
  private final long[] stepNanos; // [wrong span]
  private long nowNanos; // true time of the newest beat
  private long gapEndNanos = Long.MIN_VALUE;
  private long ticksLeftOut;
  private double gapSeconds; // of ticks left out since the newest beat

  FaultClock(List<ScheduledFault> steps) {
    wrong = steps.stream().map(ScheduledFault::span).toArray(Span[]::new);
    stepNanos = steps.stream().mapToLong(step -> Math.round(step.amount() * 1e9)).toArray();
  }

  /** By how much the clock is ahead at a true time. */
  long aheadNanos(long trueNanos) {
    long ahead = 0;
    for (int i = 0; i < wrong.length; i++) {
      ahead += wrong[i].holds(trueNanos) ? stepNanos[i] : 0;
    }
    return ahead;
  }

  /** What the clock says at a true time. */
  long told(long trueNanos) {
    return trueNanos + aheadNanos(trueNanos);
  }

  /** The true time of what the loop was told with the newest beat. */
  long trueNanos(long toldNanos) {
    return toldNanos - aheadNanos(nowNanos);
  }

  /** The true time of the newest beat. */
  long trueNow() {
    return nowNanos;
  }

  /** A beat at this true time. */
  void beat(long trueNanos) {
    nowNanos = trueNanos;
  }

  @Override
  public void hold(long nanos) {
    gapEndNanos = nowNanos + nanos;
  }

  /** Whether a tick at this true time falls into a gap; counts it when it does. */
  boolean leavesOut(long trueNanos, double dtSeconds) {
    boolean out = trueNanos < gapEndNanos;
    if (out) {
      ticksLeftOut++;
      gapSeconds += dtSeconds;
    }
    return out;
  }

  /** How long the ticks would have been that were left out before this beat [s]. */
  double takeGap() {
    double gap = gapSeconds;
    gapSeconds = 0;
    return gap;
  }

  long ticksLeftOut() {
    return ticksLeftOut;
  }

  @Override
  public void save(StateWriter out) {
    out.put("fault.clock", new long[] {nowNanos, gapEndNanos, ticksLeftOut});
    out.put("fault.gap", gapSeconds);
  }

  @Override
  public void load(StateReader in) {
    long[] saved = new long[3];
    in.get("fault.clock", saved);
    nowNanos = saved[0];
    gapEndNanos = saved[1];
    ticksLeftOut = saved[2];
    gapSeconds = in.getDouble("fault.gap");
  }
}
