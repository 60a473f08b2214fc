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

  /** The last tick is done, the way to the safe command has not begun. */
  default void ending() {}
}
