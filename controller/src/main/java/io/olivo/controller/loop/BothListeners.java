package io.olivo.controller.loop;

import io.olivo.controller.failsafe.Fault;
import org.jspecify.annotations.Nullable;

/** Tells two what happens beside the ticks. */
record BothListeners(LoopListener first, LoopListener second) implements LoopListener {
  @Override
  public void entered(long nowNanos, LoopState state, @Nullable Fault why) {
    first.entered(nowNanos, state, why);
    second.entered(nowNanos, state, why);
  }

  @Override
  public void refused(long nowNanos, Fault why) {
    first.refused(nowNanos, why);
    second.refused(nowNanos, why);
  }

  @Override
  public void restarted(long nowNanos) {
    first.restarted(nowNanos);
    second.restarted(nowNanos);
  }

  @Override
  public void ordered(long nowNanos, int orders) {
    first.ordered(nowNanos, orders);
    second.ordered(nowNanos, orders);
  }

  @Override
  public void adjusted(long nowNanos, Adjustment adjustment) {
    first.adjusted(nowNanos, adjustment);
    second.adjusted(nowNanos, adjustment);
  }

  @Override
  public void stopped(long nowNanos, Fault seen) {
    first.stopped(nowNanos, seen);
    second.stopped(nowNanos, seen);
  }

  @Override
  public void seized(long nowNanos) {
    first.seized(nowNanos);
    second.seized(nowNanos);
  }

  @Override
  public void ending() {
    first.ending();
    second.ending();
  }
}
