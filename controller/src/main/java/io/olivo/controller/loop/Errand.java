package io.olivo.controller.loop;

import io.olivo.controller.failsafe.Fault;
import org.jspecify.annotations.Nullable;

/** An order that is worth something for a time only, and whose giver hears what came of it. */
public interface Errand {
  /** What to do. */
  Order order();

  /** Whether it is still to be obeyed; asked once, right before, on the loop's thread. */
  boolean stillWanted();

  /**
   * It was obeyed, together with what else was ordered; on the loop's thread.
   *
   * @param state of the loop since then
   * @param against the fault for which the loop was not armed, if that was ordered and refused
   */
  void obeyed(LoopState state, @Nullable Fault against);
}
