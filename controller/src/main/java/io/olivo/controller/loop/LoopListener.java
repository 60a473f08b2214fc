package io.olivo.controller.loop;

import io.olivo.controller.failsafe.Fault;
import org.jspecify.annotations.Nullable;

/** Is told what happens beside the ticks. Called on the loop's thread, once per change. */
public interface LoopListener {
  /**
   * The loop is in another state.
   *
   * @param nowNanos robot time
   * @param state the new one
   * @param why the fault that led there; null when it was an order, or good inputs
   */
  default void entered(long nowNanos, LoopState state, @Nullable Fault why) {}

  /** Somebody wanted to arm it, but this is wrong. */
  default void refused(long nowNanos, Fault why) {}

  /** Continuity was broken: another session or episode begins. What was learned stays. */
  default void restarted(long nowNanos) {}

  /**
   * Orders are about to be obeyed, before the next beat.
   *
   * @param orders a set of them, see {@link Order#isIn}
   */
  default void ordered(long nowNanos, int orders) {}

  /** Something was adjusted, before the next beat. */
  default void adjusted(long nowNanos, Adjustment adjustment) {}

  /** Somebody outside saw a fault, and the loop stopped for it, before the next beat. */
  default void stopped(long nowNanos, Fault seen) {}

  /** The supervisor had seized the actuators; the loop has them again and begins anew. */
  default void seized(long nowNanos) {}

  /** The last tick is done, the way to the safe command has not begun. */
  default void ending() {}

  /** Two are told, this one first. */
  default LoopListener and(LoopListener other) {
    return new BothListeners(this, other);
  }
}
