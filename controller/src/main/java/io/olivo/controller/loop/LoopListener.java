package io.olivo.controller.loop;

/** Is told what happens beside the ticks. Called on the loop's thread, once per change. */
public interface LoopListener {
  /** The inputs stopped coming; the safe command is being sent. */
  default void lost(long nowNanos) {}

  /** The inputs are back. */
  default void back(long nowNanos) {}

  /** Continuity was broken: another session or episode begins. What was learned stays. */
  default void restarted(long nowNanos) {}

  /** A measured channel has had no good value for too long; the safe command is being sent. */
  default void stale(long nowNanos, String channel) {}

  /** The last tick is done, the way to the safe command has not begun. */
  default void ending() {}
}
